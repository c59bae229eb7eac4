//! The day of week in `schedule` must be a number from 0 to 7 or `*`.
//!
//! ## Why
//! The service supports no names of days, no lists and no ranges. The provider does not validate the schedule, so the
//! deployment fails when the job is created. A backup on every working day needs one job for each of these days.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 3 * * MON-FRI" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 3 * * 1" } }
//! ```

use crate::rules::faults::backup::FieldFault;
use crate::rules::prelude::*;
use crate::rules::shared::backup::{EVERY_DAY_OR_ONE, fix_field, invalid_field};
use crate::schedule::{Field, day_number};

pub const RULE: Rule =
    Rule::error(DetectedAt::Service).source(&[source::DOCS_OPS_JOBS]).on(&[FaultCheck::BackupDayOfWeek(check)]);

fn check<'a>(cx: &mut Context<'a>, job: ScheduledBackup<'a>, fault: &'a FieldFault<'a>) {
    let Some(finding) = invalid_field(job, fault) else { return };
    let meant = match fault.written.text {
        "?" => Some("*".to_string()),
        name => day_number(name).map(|number| number.to_string()),
    };
    let words = ", which means the same";
    let finding = match meant {
        Some(meant) => fix_field(cx, finding, job, Field::DayOfWeek, &meant, words),
        None => finding.help(format!("use {EVERY_DAY_OR_ONE}; for several days, create one job for each")),
    };
    cx.report(finding);
}
