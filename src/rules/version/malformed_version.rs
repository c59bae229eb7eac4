//! `serverVersion` must be a release line: two digits for the year, a dot, and the number of the release in that year.
//!
//! ## Why
//! The provider has passed on any string since version 1.6. If it is not one of the service's release lines, the
//! deployment fails when the cluster is created.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "latest" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "26.0" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::faults::cluster::VersionFault;
use crate::rules::prelude::*;
use crate::rules::shared::version as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::PROVIDER_DOCS_MANAGED_CLUSTER, source::PROVIDER_MANAGED_CLUSTER])
    .on(&[FaultCheck::ClusterVersion(check)]);

fn check<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &VersionFault<'a>) {
    let VersionFault::Malformed(written, meant) = *fault else { return };
    let message = match written.trim().is_empty() {
        true => "`serverVersion` is blank".to_string(),
        false => format!("{} is not a release line; expected `YY.M`", quoted(written)),
    };
    let finding = shared::finding(db.resource, message);
    let meant = meant.filter(|line| shared::is_taken(cx.settings(), &line.to_string()));
    let finding = match meant {
        Some(line) => finding
            .suggest(cluster::SERVER_VERSION, [line.to_string()], |listed| format!("use the string {listed}"))
            .set(cluster::SERVER_VERSION, line.to_string()),
        None => shared::suggest_recommended(cx, finding, db, |recommended| format!("use {recommended}")),
    };
    cx.report(finding);
}
