//! Sunday must be written as 0 in `schedule`, not as 7.
//!
//! ## Why
//! The documentation accepts 0 to 7 as days of the week: eight numbers for seven days. It says that 0 is Sunday; 7 is
//! probably Sunday too, but that is not documented.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "30 13 * * 7" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "30 13 * * 0" } }
//! ```

use crate::model::scheduled_backup as backup;
use crate::rules::faults::backup::{FieldFault, InField};
use crate::rules::prelude::*;
use crate::rules::shared::backup::fix_field;
use crate::schedule::Field;

pub const RULE: Rule = Rule::advice(DetectedAt::Undetected)
    .confidence(Confidence::Low)
    .source(&[source::DOCS_OPS_JOBS])
    .on(&[FaultCheck::BackupDayOfWeek(check)]);

fn check<'a>(cx: &mut Context<'a>, job: ScheduledBackup<'a>, fault: &'a FieldFault<'a>) {
    let InField::Seven = &fault.fault else { return };
    let shown = quoted(fault.written.text);
    let message = format!("the day of week {shown} of the schedule is not documented to mean Sunday");
    let finding = Finding::at(job.resource, backup::SCHEDULE, message);
    let finding = fix_field(cx, finding, job, Field::DayOfWeek, "0", " for Sunday");
    cx.report(finding);
}
