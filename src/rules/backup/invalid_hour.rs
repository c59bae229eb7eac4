//! The hour of a schedule is one number, a wildcard or a step.
//!
//! ## Why
//! The service knows no lists, ranges or words, and midnight is hour 0, not 24. The provider passes any text on, so the
//! deployment fails when the job is made.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 8-18 * * *" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 */6 * * *" } }
//! ```

use crate::rules::prelude::*;
use crate::rules::shared::backup::{syntax, wrong_field};
use crate::schedule::Field;

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Service)
    .source(&[source::DOCS_OPS_JOBS])
    .each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(syntax) = syntax(cx, resource).filter(|syntax| syntax.hour.part.is_none()) else { return };
    let last = Field::Hour.largest().unwrap_or_default();
    let help = format!(
        "write one number from 0 (midnight) to {last}, `*` for every hour, or \
         a step such as `*/6`; for other hours take one job for each"
    );
    cx.report(wrong_field(resource, Field::Hour, syntax.hour).help(help));
}
