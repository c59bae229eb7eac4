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
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_MANAGED_CLUSTER])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if cx.text(resource, cluster::NAME).known().is_some_and(|name| name.trim().is_empty()) {
        let help = "set a name that says what the cluster is for, or remove `name`; Pulumi then generates one";
        let finding = Finding::at(resource, cluster::NAME, "the `name` of the cluster is blank").help(help);
        cx.report(finding.remove(cluster::NAME));
    }
}
