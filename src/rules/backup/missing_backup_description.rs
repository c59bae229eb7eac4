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
use crate::rules::faults::text::Absent;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Compiler)
    .source(&[source::PROVIDER_SCHEDULED_BACKUP, source::NPM_PACKAGE_SCHEDULEDBACKUP_JS])
    .on(&[FaultCheck::BackupNaming(check)]);

fn check<'a>(cx: &mut Context<'a>, job: ScheduledBackup<'a>, fault: &'a Absent) {
    let fault = fault.described();
    let value = backup_description(job.description(cx).value, cx.catalogue());
    let message = format!("`backupDescription` is {fault}; it must name each backup of the job");
    // A builder adds it where it is missing, not where it is blank.
    let or_builder = match cx.is_given(job.resource, backup::BACKUP_DESCRIPTION) {
        true => "",
        false => ", or let the builder add it",
    };
    cx.report(
        Finding::at(job.resource, backup::BACKUP_DESCRIPTION, message)
            .suggest(backup::BACKUP_DESCRIPTION, [value.as_str()], |listed| {
                format!("set `backupDescription` to {listed}{or_builder}")
            })
            .set(backup::BACKUP_DESCRIPTION, value),
    );
}
