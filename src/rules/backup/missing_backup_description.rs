//! A scheduled backup has a backupDescription.
//!
//! ## Why
//! The SDK's constructor stops without `backupDescription`, a property that is easily taken for `description`, which
//! names the job.
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
use crate::rules::context::Field;
use crate::rules::prelude::*;

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Compiler)
    .source(&[source::PROVIDER_SCHEDULED_BACKUP, source::NPM_PACKAGE_SCHEDULEDBACKUP_JS])
    .each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let (fault, or_else) = match cx.text(resource, backup::BACKUP_DESCRIPTION) {
        Field::Missing => ("missing", ", or let the builder do it"),
        Field::Known(text) if text.trim().is_empty() => ("blank", ""),
        Field::Known(_) | Field::Unknown => return,
    };
    let job = cx.text(resource, backup::DESCRIPTION).known();
    let value = backup_description(job, cx.catalogue());
    cx.report(
        Finding::at(
            resource,
            backup::BACKUP_DESCRIPTION,
            format!("`backupDescription` is {fault}; it is what each backup is called"),
        )
        .help(format!("write `backupDescription: \"{value}\"`{or_else}"))
        .set(backup::BACKUP_DESCRIPTION, value),
    );
}
