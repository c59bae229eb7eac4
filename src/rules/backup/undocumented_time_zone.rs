//! The hour of a schedule is meant in UTC.
//!
//! ## Why
//! The documentation has no word on time zones. UTC is likely, and is what this validator shows; a time that was meant
//! as local is then hours off, and may fall into the busiest part of the day.
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
use crate::rules::shared::backup::runnable;
use crate::schedule::Part;

pub(super) const RULE: Rule = Rule::advice()
    .confidence(Confidence::Low)
    .source(&[source::DOCS_OPS_JOBS])
    .each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(written) = cx.text(resource, backup::SCHEDULE).known() else { return };
    let Some(schedule) = runnable(written, cx.catalogue()).filter(|schedule| matches!(schedule.hour(), Part::At(_)))
    else {
        return;
    };
    let message =
        format!("the schedule {} names an hour, and no documentation says in which time zone", quoted(written));
    let help = format!(
        "taken as UTC it means {}: convert a local time to UTC; the time of the first backup shows whether that is right",
        schedule.describe()
    );
    cx.report(Finding::at(resource, backup::SCHEDULE, message).help(help));
}
