//! `serverVersion` should be a release line with long-term support.
//!
//! ## Why
//! A line with short-term support is supported until the next release, some months later. One with long-term support
//! is supported for two years.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "25.0" }, "options": { "now": "2025-04-01" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "24.10" }, "options": { "now": "2025-04-01" } }
//! ```

use crate::rules::faults::cluster::{Release, ShortSupport};
use crate::rules::prelude::*;
use crate::rules::shared::version as shared;

pub const RULE: Rule = Rule::advice(DetectedAt::Undetected)
    .for_new_or_changed()
    .source(&[source::SERVER_DOCS_RELEASE_SCHEDULE_README])
    .on(&[FaultCheck::ClusterTerm(check)]);

fn check<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &ShortSupport<'a>) {
    let ShortSupport(Release { written, line }, row) = fault;
    let finding =
        shared::finding(db.resource, format!("`serverVersion` is {}, {}", quoted(written), row.kind.described()));
    let finding = shared::suggest_recommended(cx, finding, db, |recommended| {
        format!("use {recommended}, unless you need a feature that only `{line}` has")
    });
    cx.report(finding);
}
