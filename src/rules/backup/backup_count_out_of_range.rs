//! A job keeps a whole number of backups, at least one.
//!
//! ## Why
//! A job that keeps no backup makes no sense. The provider cuts a fraction off without a word, so that the job keeps
//! fewer backups than the program says.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "maxBackupCount": 0 } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "maxBackupCount": 7 } }
//! ```

use crate::model::{Fit, fit, scheduled_backup as backup};
use crate::rules::prelude::*;

pub(super) const RULE: Rule = Rule::error()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Service)
    .source(&[source::PROVIDER_SCHEDULED_BACKUP, source::ESC_CLI_ORCHESTRATE_SCHEMAS, source::INFERENCE])
    .each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(range) = cx.catalogue().backup_limits().map(|limits| limits.max_backup_count) else { return };
    let Some(count) = cx.number(resource, backup::MAX_BACKUP_COUNT).known() else { return };
    let shown = quoted(&count.to_string());
    let message = match fit(count, range) {
        Fit::Inside => return,
        Fit::Fraction => {
            format!("`maxBackupCount` is {shown}, which is no whole number; the fraction would be cut off")
        }
        Fit::Below => format!("`maxBackupCount` is {shown}, and {} is the least", range.min),
        Fit::Above => format!("`maxBackupCount` is {shown}, and {} is the most", range.max),
    };
    let help =
        "write how many backups the job keeps, a whole number such as 7: the oldest is removed when there is one more";
    cx.report(Finding::at(resource, backup::MAX_BACKUP_COUNT, message).help(help));
}
