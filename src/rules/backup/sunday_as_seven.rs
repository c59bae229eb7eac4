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
use crate::rules::prelude::*;
use crate::rules::shared::backup::{fix_field, syntax};
use crate::schedule::{Field, Part};

pub const RULE: Rule = Rule::advice(DetectedAt::Undetected)
    .confidence(Confidence::Low)
    .source(&[source::DOCS_OPS_JOBS])
    .each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(syntax) = syntax(cx, resource) else { return };
    if syntax.day_of_week.part == Some(Part::At(7)) {
        let message = format!(
            "the day of week {} of the schedule is not documented to mean Sunday",
            quoted(syntax.day_of_week.text)
        );
        let finding = Finding::at(resource, backup::SCHEDULE, message);
        cx.report(fix_field(finding, cx.catalogue(), &syntax, Field::DayOfWeek, "0", " for Sunday"));
    }
}
