//! The `name` of a cluster must not be blank.
//!
//! ## Why
//! The provider sends the name to the service as the description of the cluster, which is required. Only the service
//! rejects a blank one, when the cluster is created.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "name": " " } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "name": "orders-db" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::faults::cluster::BlankName;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_MANAGED_CLUSTER])
    .on(&[FaultCheck::ClusterName(check)]);

fn check<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, _: &BlankName) {
    let help = "set a name that says what the cluster is for";
    let finding = Finding::at(db.resource, cluster::NAME, "the `name` of the cluster is blank");
    cx.report(match cx.is_required(db.resource, cluster::NAME) {
        true => finding.help(help),
        false => finding.help(format!("{help}, or remove `name`; Pulumi then generates one")).remove(cluster::NAME),
    });
}
