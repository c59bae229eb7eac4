//! The day of week of a schedule is one number or a wildcard.
//!
//! ## Why
//! The service knows no names of days, no lists and no ranges. The provider passes them on, so the deployment fails
//! when the job is made. Working days take one job for each of them.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 3 * * MON-FRI" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 3 * * 1" } }
//! ```

use crate::rules::prelude::*;
use crate::rules::shared::backup::{mend, syntax, wrong_field};
use crate::schedule::{Field, day_number};

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Service)
    .source(&[source::DOCS_OPS_JOBS])
    .each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(syntax) = syntax(cx, resource).filter(|syntax| syntax.day_of_week.part.is_none()) else { return };
    let finding = wrong_field(resource, Field::DayOfWeek, syntax.day_of_week);
    let meant = match syntax.day_of_week.text {
        "?" => Some("*".to_string()),
        name => day_number(name).map(|number| number.to_string()),
    };
    cx.report(match meant {
        Some(meant) => {
            let finding = finding.help(format!("write `{meant}`, which means the same"));
            mend(finding, cx.catalogue(), &syntax, Field::DayOfWeek, &meant)
        }
        None => finding.help(
            "write `*` for every day, or one number from 0 (Sunday) to 6 \
         (Saturday); for several days take one job for each",
        ),
    });
}
