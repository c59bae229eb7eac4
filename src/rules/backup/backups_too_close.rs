//! Backup jobs of one cluster start some time apart.
//!
//! ## Why
//! A cluster makes one backup at a time, and a backup takes longer the larger the disk is: the next one fails when the
//! last is still running. The documentation advises 15 to 30 minutes, more for large disks.
//! ## Example
//! ```json
//! { "resources": [
//!     { "kind": "ScheduledBackup", "name": "hourly", "args": { "schedule": "0 */1 * * *" } },
//!     { "kind": "ScheduledBackup", "name": "nightly", "args": { "schedule": "10 2 * * *" } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "resources": [
//!     { "kind": "ScheduledBackup", "name": "hourly", "args": { "schedule": "0 */1 * * *" } },
//!     { "kind": "ScheduledBackup", "name": "nightly", "args": { "schedule": "30 2 * * *" } }
//! ] }
//! ```

use crate::model::scheduled_backup as backup;
use crate::rules::prelude::*;
use crate::rules::shared::backup::clashes;

pub(super) const RULE: Rule =
    Rule::warning().source(&[source::DOCS_OPS_BACKUPS]).program(&[KindId::ScheduledBackup], check);

fn check(cx: &mut Context<'_>) {
    let Some(limits) = cx.catalogue().backup_limits() else { return };
    let least = limits.min_job_distance_minutes;
    for clash in clashes(cx).into_iter().filter(|clash| (1..least).contains(&clash.minutes)) {
        let other = quoted(&clash.other.name);
        let message = format!("starts {} minutes from the job {other} of the same cluster", clash.minutes);
        let help = format!("leave at least {least} minutes between the two, more where the disk is large");
        let finding = Finding::at(clash.job, backup::SCHEDULE, message).help(help);
        cx.report(finding.related_at(clash.other, backup::SCHEDULE).confined());
    }
}
