//! A cluster must have a `projectId` and a `networkId` that are not blank.
//!
//! ## Why
//! A cluster is created in a project and a network. Only the service rejects a blank id, when the cluster is created,
//! and neither id can be changed later: a new value replaces the cluster.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "networkId": "" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "networkId": "c2bq5k5o4t0gqrkt0040" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::PROVIDER_MANAGED_CLUSTER])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for (id, name, kind) in
        [(cluster::PROJECT_ID, "projectId", "Project"), (cluster::NETWORK_ID, "networkId", "Network")]
    {
        if !shared::is_absent(cx, resource, id) {
            continue;
        }
        let fault = if cx.is_given(resource, id) { "is blank" } else { "is required" };
        let variable = kind.to_lowercase();
        let help = format!(
            "set `{name}` to the id of a {kind}: `{variable}.id` in a program, `{{\"ref\": NAME}}` in a document"
        );
        cx.report(Finding::at(resource, id, format!("`{name}` {fault}")).help(help));
    }
}
