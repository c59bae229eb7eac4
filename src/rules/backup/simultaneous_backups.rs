//! Backup jobs of one cluster start at different minutes.
//!
//! ## Why
//! A cluster makes one backup at a time: of two that start together, the second fails, and nobody is told.
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

use crate::model::scheduled_backup as backup;
use crate::rules::prelude::*;
use crate::rules::shared::backup::clashes;

pub(super) const RULE: Rule =
    Rule::error().source(&[source::DOCS_OPS_BACKUPS]).program(&[KindId::ScheduledBackup], check);

fn check(cx: &mut Context<'_>) {
    for clash in clashes(cx).into_iter().filter(|clash| clash.minutes == 0) {
        let message = format!("starts together with the job {} of the same cluster", quoted(&clash.other.name));
        let help = "give one of the two another minute, half an hour away";
        let finding = Finding::at(clash.job, backup::SCHEDULE, message).help(help);
        cx.report(finding.related_at(clash.other, backup::SCHEDULE).confined());
    }
}
