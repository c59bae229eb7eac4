//! The backups that a job keeps must reach back at least one day.
//!
//! ## Why
//! A job deletes its oldest backup after each new one. If it keeps two hourly backups, all backups from before a
//! mistake are gone two hours later, often before anyone notices the mistake. Each job deletes only its own backups, so
//! a second job that runs less often reaches further back.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 */1 * * *", "maxBackupCount": 2 } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 */1 * * *", "maxBackupCount": 24 } }
//! ```

use crate::model::scheduled_backup as backup;
use crate::rules::prelude::*;
use crate::schedule::duration;

/// How far back backups should reach, in minutes: a day, so that a mistake made in the evening can still be undone
/// the next morning.
const MIN_REACH: u32 = 24 * 60;

pub const RULE: Rule = Rule::advice(DetectedAt::Undetected)
    .source(&[source::DOCS_OPS_BACKUPS])
    .each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(job) = ScheduledBackup::of(cx, resource) else { return };
    let Some(count) = job.count(cx).value else { return };
    let Some(schedule) = job.meant_schedule(cx) else { return };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is in range")]
    let count = count as u32;
    let gap = schedule.gaps().largest;
    // A program may keep as many as there are numbers for.
    let reach = gap.saturating_mul(count);
    if reach >= MIN_REACH {
        return;
    }
    let message = format!(
        "`maxBackupCount` is {count} and backups are {} apart, so they reach back {}, less than {}",
        duration(gap),
        duration(reach),
        duration(MIN_REACH)
    );
    let enough = MIN_REACH.div_ceil(gap);
    cx.report(Finding::at(resource, backup::MAX_BACKUP_COUNT, message).suggest(
        backup::MAX_BACKUP_COUNT,
        [enough],
        |listed| {
            format!(
                "set `maxBackupCount` to {listed} or more, or add a second job that runs less often and at another \
                 minute"
            )
        },
    ));
}
