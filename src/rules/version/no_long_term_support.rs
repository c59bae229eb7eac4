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

use crate::catalogue::rows::LineKind;
use crate::rules::prelude::*;
use crate::rules::shared::version as shared;

pub const RULE: Rule = Rule::advice(DetectedAt::Undetected)
    .source(&[source::SERVER_DOCS_RELEASE_SCHEDULE_README])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some((written, line)) = shared::line(cx, resource) else { return };
    let Some(row) = cx.catalogue().server_line(line).filter(|row| row.offered && row.kind != LineKind::Lts) else {
        return;
    };
    if shared::is_out_of_support(cx, line) {
        return;
    }
    let finding =
        shared::finding(resource, format!("`serverVersion` is {}, {}", quoted(written), row.kind.described()));
    cx.report(shared::suggest_recommended(cx, finding, |recommended| {
        format!("use {recommended}, unless you need a feature that only `{line}` has")
    }));
}
