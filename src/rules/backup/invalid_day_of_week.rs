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

use crate::rules::prelude::*;
use crate::rules::shared::backup::{EVERY_DAY_OR_ONE, fix_field, invalid_field};
use crate::schedule::{Field, day_number};

pub const RULE: Rule =
    Rule::error(DetectedAt::Service).source(&[source::DOCS_OPS_JOBS]).each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some((syntax, finding)) = invalid_field(cx, resource, Field::DayOfWeek) else { return };
    let meant = match syntax.day_of_week.text {
        "?" => Some("*".to_string()),
        name => day_number(name).map(|number| number.to_string()),
    };
    cx.report(match meant {
        Some(meant) => fix_field(finding, cx.catalogue(), &syntax, Field::DayOfWeek, &meant, ", which means the same"),
        None => finding.help(format!("use {EVERY_DAY_OR_ONE}; for several days, create one job for each")),
    });
}
