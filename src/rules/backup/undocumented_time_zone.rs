//! An hour in `schedule` must be meant in UTC.
//!
//! ## Why
//! The documentation does not mention time zones. UTC is likely, and is what this package assumes; an hour that was
//! meant in local time is then off by hours, and may fall into the busiest part of the day.
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
use crate::rules::shared::backup::runnable_schedule;
use crate::schedule::Part;

pub(super) const RULE: Rule = Rule::advice(DetectedAt::Undetected)
    .confidence(Confidence::Low)
    .source(&[source::DOCS_OPS_JOBS])
    .each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some((written, schedule)) = runnable_schedule(cx, resource) else { return };
    if !matches!(schedule.hour(), Part::At(_)) {
        return;
    }
    let message = format!("the schedule {} sets an hour, but its time zone is not documented", quoted(written));
    let help = format!(
        "convert local time to UTC: in UTC, the schedule means {}; the time of the first backup shows whether that is \
         right",
        schedule.describe()
    );
    cx.report(Finding::at(resource, backup::SCHEDULE, message).help(help));
}
