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

use crate::rules::faults::cluster::SupportFault;
use crate::rules::prelude::*;
use crate::rules::shared::version as shared;

pub const RULE: Rule = Rule::warning(DetectedAt::Service)
    .source(&[source::SERVER_DOCS_RELEASE_SCHEDULE_PREVIOUS_VERSIONS])
    .on(&[FaultCheck::ClusterSupport(check)]);

fn check<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &SupportFault<'a>) {
    let SupportFault::OutOfSupport(row, last) = fault else { return };
    shared::report_end_of_support(cx, db, row, &format!("ended on {last}"), "upgrade");
}
