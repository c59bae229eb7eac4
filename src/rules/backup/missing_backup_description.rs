//! `backupDescription` must be set and must not be blank.
//!
//! ## Why
//! The SDK's constructor throws without `backupDescription`, which is easily confused with `description`, the name of
//! the job.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "backupDescription": null } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "backupDescription": "{cluster} nightly {datetime:rfc3339}" } }
//! ```

use crate::model::completion::backup_description;
use crate::model::scheduled_backup as backup;
use crate::rules::prelude::*;
use crate::rules::shared::backup::missing_or_blank;

pub const RULE: Rule = Rule::error(DetectedAt::Compiler)
    .source(&[source::PROVIDER_SCHEDULED_BACKUP, source::NPM_PACKAGE_SCHEDULEDBACKUP_JS])
    .each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(fault) = missing_or_blank(cx, resource, backup::BACKUP_DESCRIPTION) else { return };
    let value = backup_description(cx.text(resource, backup::DESCRIPTION).known(), cx.catalogue());
    let message = format!("`backupDescription` is {fault}; it must name each backup of the job");
    // A builder adds it where it is missing, not where it is blank.
    let or_builder = match cx.is_given(resource, backup::BACKUP_DESCRIPTION) {
        true => "",
        false => ", or let the builder add it",
    };
    cx.report(
        Finding::at(resource, backup::BACKUP_DESCRIPTION, message)
            .suggest(backup::BACKUP_DESCRIPTION, [value.as_str()], |listed| {
                format!("set `backupDescription` to {listed}{or_builder}")
            })
            .set(backup::BACKUP_DESCRIPTION, value),
    );
}
