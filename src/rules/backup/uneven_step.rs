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
use crate::rules::prelude::*;
use crate::rules::shared::backup::{EVERY_DAY_OR_ONE, fix_field, suggest_field, syntax};
use crate::schedule::{Field, Gaps, Part, Schedule, Syntax, duration, even_hour_steps};

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_OPS_JOBS, source::INFERENCE])
    .each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(syntax) = syntax(cx, resource) else { return };
    for (field, written) in syntax.fields() {
        let Some(Part::Step(step)) = written.part else { continue };
        let subject = format!("the {} {} of the schedule", field.name(), quoted(written.text));
        let finding = |message: String| Finding::at(resource, backup::SCHEDULE, message);
        let exceeded = field.max().filter(|max| field != Field::DayOfWeek && step > u32::from(*max));
        if step == 0 {
            let choices = match field {
                Field::Hour => "a step of at least 1 such as `*/6`, one number, or `*` for every hour",
                Field::Minute => "one number, the minute at which each run starts",
                _ => EVERY_DAY_OR_ONE,
            };
            cx.report(finding(format!("{subject} is a step that selects nothing")).help(format!("use {choices}")));
        } else if let Some(max) = exceeded {
            let finding = finding(format!("{subject} is a step beyond the maximum of {max}, so it only selects 0"));
            let words = match field {
                Field::Hour => ", which means the same, or a smaller step such as `*/6`",
                _ => ", which means the same",
            };
            cx.report(fix_field(finding, cx.catalogue(), &syntax, field, "0", words));
        } else if let Some(gaps) = uneven(&syntax).filter(|_| field == Field::Hour) {
            let steps: Vec<String> = even_hour_steps(step).map(|even| format!("*/{even}")).collect();
            let message = format!(
                "{subject} starts runs {} apart, but {} apart at midnight",
                duration(gaps.largest),
                duration(gaps.smallest)
            );
            let words = ", which divides the day evenly";
            cx.report(suggest_field(finding(message), cx.catalogue(), &syntax, field, &steps, words));
        }
    }
}

/// The distances between the hours, where they differ although the job runs every day.
fn uneven(syntax: &Syntax<'_>) -> Option<Gaps> {
    if !matches!(syntax.day_of_week.part, Some(Part::Any | Part::Step(1))) {
        return None;
    }
    let gaps = Schedule::parse(&format!("0 {} * * *", syntax.hour.text)).ok()?.gaps();
    (gaps.smallest != gaps.largest).then_some(gaps)
}
