//! Backup jobs of one cluster must start at least 15 minutes apart.
//!
//! ## Why
//! A cluster can only create one backup at a time, and the larger the disk is, the longer a backup takes: the next one
//! fails if the previous one is still running. The documentation recommends 15 to 30 minutes between backups, and more
//! for large disks.
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

use crate::rules::prelude::*;
use crate::rules::shared::backup::clashes;
use crate::schedule::duration;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .source(&[source::DOCS_OPS_BACKUPS])
    .program(&[KindId::ScheduledBackup], check);

fn check(cx: &mut Context<'_>) {
    let Some(limits) = cx.catalogue().backup_limits() else { return };
    let min = limits.min_job_distance_minutes;
    for clash in clashes(cx).into_iter().filter(|clash| (1..min).contains(&clash.minutes)) {
        let (job, other) = (quoted(&clash.job.name), quoted(&clash.other.name));
        let distance = duration(clash.minutes);
        let message = format!("the job {job} starts within {distance} of the job {other} of the same cluster");
        let help = format!("leave at least {} between the two, and more if the disk is large", duration(min));
        cx.report(clash.finding(message).help(help));
    }
}
