//! The backups of a job reach back a day.
//!
//! ## Why
//! A job removes its oldest backup after each new one. Two hourly backups are gone two hours after a mistake, often
//! before anyone notices it. Each job removes only its own, so a second and slower job reaches further back.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 */1 * * *", "maxBackupCount": 2 } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 */1 * * *", "maxBackupCount": 24 } }
//! ```

use crate::model::{Fit, fit, scheduled_backup as backup};
use crate::rules::prelude::*;
use crate::rules::shared::backup::runnable;
use crate::schedule::duration;

/// How far back backups should reach, in minutes: a day, so that a mistake made in the evening can still be undone
/// the next morning.
const REACH: u32 = 24 * 60;

pub(super) const RULE: Rule =
    Rule::advice().source(&[source::DOCS_OPS_BACKUPS]).each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let catalogue = cx.catalogue();
    let Some(count) = cx.number(resource, backup::MAX_BACKUP_COUNT).known() else { return };
    let Some(written) = cx.text(resource, backup::SCHEDULE).known() else { return };
    let Some(gap) = runnable(written, catalogue).map(|schedule| schedule.gaps().largest) else { return };
    if catalogue.backup_limits().is_none_or(|limits| fit(count, limits.max_backup_count) != Fit::Inside) {
        return;
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it was just found to be in range")]
    let count = count as u32;
    let reach = gap.saturating_mul(count);
    if reach >= REACH {
        return;
    }
    let backups = if count == 1 { "backup" } else { "backups" };
    let message = format!(
        "the job keeps {count} {backups}, {} apart: that reaches back {}, less than {}",
        duration(gap),
        duration(reach),
        duration(REACH)
    );
    let help = format!(
        "set `maxBackupCount` to {} or more, or add a second job that runs less often and at another minute",
        REACH.div_ceil(gap.max(1))
    );
    cx.report(Finding::at(resource, backup::MAX_BACKUP_COUNT, message).help(help));
}
