//! A step in `schedule` must select several values at equal intervals.
//!
//! ## Why
//! A step counts from 0 and starts again each day: `*/5` runs at 20:00 and then at 00:00, four hours later. A step
//! above the maximum hour or minute only ever selects 0, and `*/0` selects nothing.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 */5 * * *" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 */6 * * *" } }
//! ```

use crate::model::scheduled_backup as backup;
use crate::rules::faults::backup::{FieldFault, InField};
use crate::rules::prelude::*;
use crate::rules::shared::backup::{EVERY_DAY_OR_ONE, fix_field, suggest_field};
use crate::schedule::{Field, duration, even_hour_steps};

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_OPS_JOBS, source::INFERENCE])
    .on(&[FaultCheck::BackupMinute(check), FaultCheck::BackupHour(check), FaultCheck::BackupDayOfWeek(check)]);

fn check<'a>(cx: &mut Context<'a>, job: ScheduledBackup<'a>, fault: &'a FieldFault<'a>) {
    let FieldFault { field, written, fault } = fault;
    let subject = format!("the {} {} of the schedule", field.name(), quoted(written.text));
    let finding = |message: String| Finding::at(job.resource, backup::SCHEDULE, message);
    let finding = match fault {
        InField::StepOfNothing => {
            let choices = match field {
                Field::Hour => "a step of at least 1 such as `*/6`, one number, or `*` for every hour",
                Field::Minute => "one number, the minute at which each run starts",
                _ => EVERY_DAY_OR_ONE,
            };
            finding(format!("{subject} is a step that selects nothing")).help(format!("use {choices}"))
        }
        InField::StepBeyond(max) => {
            let finding = finding(format!("{subject} is a step beyond the maximum of {max}, so it only selects 0"));
            let words = match field {
                Field::Hour => ", which means the same, or a smaller step such as `*/6`",
                _ => ", which means the same",
            };
            fix_field(cx, finding, job, *field, "0", words)
        }
        InField::UnevenStep(step, gaps) => {
            let steps: Vec<String> = even_hour_steps(*step).map(|even| format!("*/{even}")).collect();
            let message = format!(
                "{subject} starts runs {} apart, but {} apart at midnight",
                duration(gaps.largest),
                duration(gaps.smallest)
            );
            let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
            suggest_field(cx, finding(message), job, *field, &steps, ", which divides the day evenly")
        }
        _ => return,
    };
    cx.report(finding);
}
