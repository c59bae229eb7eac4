//! A step in a schedule gives even distances.
//!
//! ## Why
//! A step counts from 0 and begins anew each day: `*/5` runs at 20:00 and again at 00:00, four hours later. A step
//! beyond the largest hour or minute only ever selects 0, and `*/0` selects nothing.
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
use crate::rules::shared::backup::{mend, syntax};
use crate::schedule::{Field, Gaps, Part, Schedule, Syntax, duration, even_hour_steps};

pub(super) const RULE: Rule = Rule::warning()
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_OPS_JOBS, source::INFERENCE])
    .each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(syntax) = syntax(cx, resource) else { return };
    for (field, written) in syntax.fields() {
        let Some(Part::Step(step)) = written.part else { continue };
        let named = format!("the {} of the schedule is the step {}", field.name(), quoted(written.text));
        let at = |message: String| Finding::at(resource, backup::SCHEDULE, message);
        if step == 0 {
            let help = match field {
                Field::Hour => "write a step from 1 on, such as `*/6`, one number, or `*` for every hour",
                Field::Minute => "write one number, the minute at which each run starts",
                _ => "write `*` for every day, or one number from 0 (Sunday) to 6 (Saturday)",
            };
            cx.report(at(format!("{named}, which selects nothing")).help(help));
        } else if matches!(field, Field::Minute | Field::Hour)
            && field.largest().is_some_and(|largest| step > u32::from(largest))
        {
            let finding =
                at(format!("{named}, which is beyond its largest number and only ever selects 0")).help(match field {
                    Field::Hour => "write `0`, which means the same, or a smaller step such as `*/6`",
                    _ => "write `0`, which means the same",
                });
            cx.report(mend(finding, cx.catalogue(), &syntax, field, "0"));
        } else if let Some(gaps) = uneven(&syntax).filter(|_| field == Field::Hour) {
            let steps: Vec<String> = even_hour_steps(step).map(|even| format!("*/{even}")).collect();
            let message = format!(
                "{named}: its runs are {} apart, but {} at the turn of the day",
                duration(gaps.largest),
                duration(gaps.smallest)
            );
            cx.report(at(message).help(format!("write {}, which divides the day evenly", one_of(&steps))));
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
