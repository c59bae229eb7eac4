//! Backup jobs of one cluster must not start at the same time.
//!
//! ## Why
//! A cluster can only create one backup at a time: of two that start together, the second fails, and nobody is
//! notified.
//! ## Example
//! ```json
//! { "resources": [
//!     { "kind": "ScheduledBackup", "name": "hourly", "args": { "schedule": "0 */1 * * *" } },
//!     { "kind": "ScheduledBackup", "name": "weekly", "args": { "schedule": "0 12 * * 1" } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "resources": [
//!     { "kind": "ScheduledBackup", "name": "hourly", "args": { "schedule": "0 */1 * * *" } },
//!     { "kind": "ScheduledBackup", "name": "weekly", "args": { "schedule": "30 12 * * 1" } }
//! ] }
//! ```

use crate::rules::prelude::*;
use crate::rules::shared::backup::clashes;

pub const RULE: Rule =
    Rule::error(DetectedAt::Undetected).source(&[source::DOCS_OPS_BACKUPS]).program(&[KindId::ScheduledBackup], check);

fn check(cx: &mut Context<'_>) {
    for clash in clashes(cx).into_iter().filter(|clash| clash.minutes == 0) {
        let (job, other) = (quoted(&clash.job.name), quoted(&clash.other.name));
        let message = format!("the job {job} starts at the same time as the job {other} of the same cluster");
        cx.report(clash.finding(message).help("set another minute for one of the two, 30 minutes from the other"));
    }
}
