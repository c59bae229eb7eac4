//! The hour in `schedule` must be in UTC.
//!
//! ## Why
//! The documentation does not mention time zones. UTC is likely, and is what this package assumes. If an hour was meant
//! in local time, backups start hours earlier or later, perhaps at the busiest time of the day.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 2 * * *" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 */12 * * *" } }
//! ```

use crate::model::scheduled_backup as backup;
use crate::rules::prelude::*;
use crate::schedule::Part;

pub const RULE: Rule = Rule::advice(DetectedAt::Undetected)
    .confidence(Confidence::Low)
    .source(&[source::DOCS_OPS_JOBS])
    .each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(job) = ScheduledBackup::of(cx, resource) else { return };
    let Some(timing) = &job.timing(cx).value else { return };
    let (written, Some(schedule)) = (timing.written, job.meant_schedule(cx)) else { return };
    if !matches!(schedule.hour(), Part::At(_)) {
        return;
    }
    let message =
        format!("the schedule {} sets an hour, but the time zone of schedules is not documented", quoted(written));
    let help = format!(
        "check that you mean {}; the start time of the first backup shows whether the service uses UTC",
        schedule.describe()
    );
    cx.report(Finding::at(resource, backup::SCHEDULE, message).help(help));
}
