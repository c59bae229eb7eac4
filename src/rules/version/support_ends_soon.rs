//! `serverVersion` should be a release line whose support does not end within six months of the day of the check.
//!
//! ## Why
//! A cluster of such a line needs an upgrade to another line soon after it is created. The day of the check is the
//! option `now` or, if that is not set, the date of the catalogue.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "24.10" }, "options": { "now": "2026-09-01" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "26.0" }, "options": { "now": "2026-09-01" } }
//! ```

use crate::rules::prelude::*;
use crate::rules::shared::version as shared;

/// Months of support that a line should have left: time to test an upgrade and to carry it out without haste.
const MONTHS_LEFT: u16 = 6;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[
        source::SERVER_DOCS_RELEASE_SCHEDULE_PREVIOUS_VERSIONS,
        source::SERVER_DOCS_RELEASE_SCHEDULE_README_RELEASE_V24_10,
    ])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some((_, line)) = shared::line(cx, resource) else { return };
    let today = cx.settings().today;
    let soon = today..=today.plus_months(MONTHS_LEFT);
    let Some((row, last)) = shared::supported_until(cx, line).filter(|(_, last)| soon.contains(last)) else { return };
    let end = format!("ends on {last}, within {MONTHS_LEFT} months");
    shared::report_end_of_support(cx, resource, row, &end, "plan an upgrade of an existing one");
}
