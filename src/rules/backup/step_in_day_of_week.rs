//! The day of week in `schedule` must not be a step such as `*/2`.
//!
//! ## Why
//! The documentation allows `*` or one number there, but one of the provider's examples has a step. It is not certain
//! whether the service accepts a step, or on which days the job would run.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 12 * * */1" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 12 * * *" } }
//! ```

use crate::model::scheduled_backup as backup;
use crate::rules::faults::backup::{FieldFault, InField};
use crate::rules::prelude::*;
use crate::rules::shared::backup::{EVERY_DAY_OR_ONE, fix_field};
use crate::schedule::Field;

pub const RULE: Rule = Rule::warning(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_OPS_JOBS, source::PROVIDER_EXAMPLE_RESOURCES_SCHEDULED_BACKUP_EXAMPLE_1])
    .on(&[FaultCheck::BackupDayOfWeek(check)]);

fn check<'a>(cx: &mut Context<'a>, job: ScheduledBackup<'a>, fault: &'a FieldFault<'a>) {
    let InField::StepOfDays(step) = &fault.fault else { return };
    let message = format!(
        "the day of week {} of the schedule is a step, which the documentation does not allow for this field",
        quoted(fault.written.text)
    );
    let finding = Finding::at(job.resource, backup::SCHEDULE, message);
    let words = ", which also means every day";
    let finding = match step {
        1 => fix_field(cx, finding, job, Field::DayOfWeek, "*", words),
        _ => finding.help(format!("use {EVERY_DAY_OR_ONE}; for several days, create one job for each")),
    };
    cx.report(finding);
}
