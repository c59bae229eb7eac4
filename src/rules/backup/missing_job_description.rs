//! The `description` of a scheduled backup must be set and must not be blank.
//!
//! ## Why
//! `description` names the job; `backupDescription` names each of its backups. The service requires both, and only the
//! service rejects a blank `description`.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "description": "" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "description": "nightly" } }
//! ```

use crate::model::scheduled_backup as backup;
use crate::rules::faults::text::Absent;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_SCHEDULED_BACKUP])
    .on(&[FaultCheck::BackupDescription(check)]);

fn check<'a>(cx: &mut Context<'a>, job: ScheduledBackup<'a>, fault: &'a Absent) {
    let fault = fault.described();
    let message = format!("`description` is {fault}; it must name the job");
    let help = "use a few words that say what the job does, such as `nightly`; `backupDescription` names each backup";
    cx.report(Finding::at(job.resource, backup::DESCRIPTION, message).help(help));
}
