//! `maxBackupCount` must be an integer from 1 to the maximum that the service can store.
//!
//! ## Why
//! A job that keeps no backups is useless. The provider silently truncates a fraction, so the job keeps fewer backups
//! than the program says.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "maxBackupCount": 0 } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "maxBackupCount": 7 } }
//! ```

use crate::model::{Fit, scheduled_backup as backup};
use crate::rules::faults::backup::CountFault;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_SCHEDULED_BACKUP, source::ESC_CLI_ORCHESTRATE_SCHEMAS, source::INFERENCE])
    .on(&[FaultCheck::BackupCount(check)]);

fn check<'a>(cx: &mut Context<'a>, job: ScheduledBackup<'a>, CountFault(count, fit): &'a CountFault) {
    let Some(range) = cx.range(job.resource, backup::MAX_BACKUP_COUNT) else { return };
    let shown = quoted_number(job.resource.as_written(backup::MAX_BACKUP_COUNT, *count));
    let message = match fit {
        Fit::Inside => return,
        Fit::Fraction => format!("`maxBackupCount` must be an integer, not {shown}"),
        Fit::Below => format!("`maxBackupCount` is {shown}; it must be at least {}", range.min),
        Fit::Above => format!("`maxBackupCount` is {shown}; it must be at most {}", grouped(range.max.into())),
    };
    let help = "set the number of backups that the job keeps; when there is one more, the job deletes the oldest";
    cx.report(Finding::at(job.resource, backup::MAX_BACKUP_COUNT, message).help(help));
}
