//! The day of week of a schedule is not a step.
//!
//! ## Why
//! The documentation allows `*` or one number there, while an example of the provider has a step. Whether the service
//! takes it is not certain, nor on which days it would run.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 12 * * */1" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 12 * * *" } }
//! ```

use crate::model::scheduled_backup as backup;
use crate::rules::prelude::*;
use crate::rules::shared::backup::{mend, syntax};
use crate::schedule::{Field, Part};

pub(super) const RULE: Rule = Rule::warning()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Service)
    .source(&[source::DOCS_OPS_JOBS, source::PROVIDER_EXAMPLE_RESOURCES_SCHEDULED_BACKUP_EXAMPLE_1])
    .each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(syntax) = syntax(cx, resource) else { return };
    // A step of 0 has a rule of its own.
    let Some(Part::Step(step @ 1..)) = syntax.day_of_week.part else { return };
    let message = format!(
        "the day of week of the schedule is the step {}, which the documentation does not allow there",
        quoted(syntax.day_of_week.text)
    );
    let finding = Finding::at(resource, backup::SCHEDULE, message);
    cx.report(match step {
        1 => mend(finding.help("write `*`, which means every day too"), cx.catalogue(), &syntax, Field::DayOfWeek, "*"),
        _ => finding.help(
            "write `*` for every day, or one number from 0 (Sunday) to 6 \
         (Saturday); for several days take one job for each",
        ),
    });
}
