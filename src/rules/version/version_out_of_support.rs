//! `serverVersion` should be a release line that is in support on the day of the check.
//!
//! ## Why
//! A line that is out of support no longer gets fixes, not even for security, and its clusters have to be upgraded
//! before long. New clusters of such a line may be rejected by the service. The day of the check is the option `now`
//! or, if that is not set, the date of the catalogue.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "25.0" }, "options": { "now": "2026-11-23" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "26.0" }, "options": { "now": "2026-11-23" } }
//! ```

use crate::rules::prelude::*;
use crate::rules::shared::version as shared;
use crate::value::date::Date;

pub const RULE: Rule = Rule::warning(DetectedAt::Service)
    .source(&[source::SERVER_DOCS_RELEASE_SCHEDULE_PREVIOUS_VERSIONS])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some((_, line)) = shared::line(cx, resource) else { return };
    let is_over = |last: Date| last < cx.settings().today;
    let Some((row, last)) = shared::supported_until(cx, line).filter(|(_, last)| is_over(*last)) else { return };
    shared::report_end_of_support(cx, resource, row, &format!("ended on {last}"), "upgrade an existing one");
}
