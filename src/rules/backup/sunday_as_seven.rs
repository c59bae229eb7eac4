//! Sunday is written as 0.
//!
//! ## Why
//! The documentation takes 0 to 7 as days of the week, eight numbers for seven days. That 7 is Sunday again is likely
//! and written nowhere; 0 is.
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
use crate::rules::shared::backup::{mend, syntax};
use crate::schedule::{Field, Part};

pub(super) const RULE: Rule = Rule::advice()
    .confidence(Confidence::Low)
    .source(&[source::DOCS_OPS_JOBS])
    .each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(syntax) = syntax(cx, resource) else { return };
    if syntax.day_of_week.part == Some(Part::At(7)) {
        let message = format!(
            "the day of week of the schedule is {}, which is Sunday by custom only",
            quoted(syntax.day_of_week.text)
        );
        let finding = Finding::at(resource, backup::SCHEDULE, message).help("write `0` for Sunday");
        cx.report(mend(finding, cx.catalogue(), &syntax, Field::DayOfWeek, "0"));
    }
}
