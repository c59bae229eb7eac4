//! `serverVersion` must be a release line without a patch number.
//!
//! ## Why
//! The line and the patch are separate properties: `serverVersion` is the line that a cluster is created from, and
//! `serverVersionTag` is the patch that it is upgraded to later. The service creates a cluster from a line and chooses
//! the patch itself.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "26.0.1" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "26.0", "serverVersionTag": "26.0.1" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::faults::cluster::{Release, VersionFault};
use crate::rules::prelude::*;
use crate::rules::shared::version as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_OPS, source::PROVIDER_MANAGED_CLUSTER])
    .on(&[FaultCheck::ClusterVersion(check)]);

fn check<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &VersionFault<'a>) {
    let VersionFault::Patch(Release { written, line }) = *fault else { return };
    let message = format!("`serverVersion` must be a release line, but {} is a patch of `{line}`", quoted(written));
    let finding = shared::finding(db.resource, message);
    if !cx.catalogue().offers_line(line) {
        let finding = shared::suggest_recommended(cx, finding, db, |recommended| {
            format!("use {recommended}; `{line}` is no longer offered")
        });
        cx.report(finding);
        return;
    }
    if !shared::is_taken(cx.settings(), &line.to_string()) {
        let finding = shared::suggest_recommended(cx, finding, db, |recommended| format!("use {recommended}"));
        cx.report(finding);
        return;
    }
    let patch = match cx.is_given(db.resource, cluster::SERVER_VERSION_TAG) {
        true => "use `serverVersionTag` for the patch",
        false => "the service chooses the patch of a new cluster",
    };
    let help = |listed: &str| format!("set `serverVersion` to the string {listed}; {patch}");
    let line = line.to_string();
    cx.report(
        finding.suggest(cluster::SERVER_VERSION, [line.as_str()], help).set(cluster::SERVER_VERSION, line.as_str()),
    );
}
