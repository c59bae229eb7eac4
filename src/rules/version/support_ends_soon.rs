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

use crate::rules::faults::cluster::EndsSoon;
use crate::rules::prelude::*;
use crate::rules::shared::version as shared;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[
        source::SERVER_DOCS_RELEASE_SCHEDULE_PREVIOUS_VERSIONS,
        source::SERVER_DOCS_RELEASE_SCHEDULE_README_RELEASE_V24_10,
    ])
    .on(&[FaultCheck::ClusterEnd(check)]);

fn check<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &EndsSoon<'a>) {
    let EndsSoon { row, last, months } = fault;
    let end = format!("ends on {last}, within {months} months");
    shared::report_end_of_support(cx, db, row, &end, "plan an upgrade of");
}
