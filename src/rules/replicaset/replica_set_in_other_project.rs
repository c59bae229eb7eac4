//! A replica set must be in the project of its cluster.
//!
//! ## Why
//! The service looks for the cluster in the project that the replica set names. It does not find the cluster in any
//! other project, and the deployment fails when the replica set is created.
//! ## Example
//! ```json
//! { "target": "kurrentcloud@0.3.x", "resources": [
//!     { "kind": "Project", "name": "orders" },
//!     { "kind": "Project", "name": "invoices" },
//!     { "kind": "Network", "name": "net", "args": { "projectId": { "ref": "orders" } } },
//!     { "kind": "ManagedCluster", "name": "db", "args": { "projectId": { "ref": "orders" }, "networkId": { "ref": "net" } } },
//!     { "kind": "ManagedClusterReplicaset", "name": "replicas", "args": { "projectId": { "ref": "invoices" }, "clusterId": { "ref": "db" } } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "target": "kurrentcloud@0.3.x", "resources": [
//!     { "kind": "Project", "name": "orders" },
//!     { "kind": "Network", "name": "net", "args": { "projectId": { "ref": "orders" } } },
//!     { "kind": "ManagedCluster", "name": "db", "args": { "projectId": { "ref": "orders" }, "networkId": { "ref": "net" } } },
//!     { "kind": "ManagedClusterReplicaset", "name": "replicas", "args": { "projectId": { "ref": "orders" }, "clusterId": { "ref": "db" } } }
//! ] }
//! ```

use crate::model::replicaset;
use crate::rules::prelude::*;
use crate::rules::shared::projects::mismatch;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::KURRENT_PROVIDER_CLIENT_REPLICASET_CREATE])
    .each_resource(&[KindId::ManagedClusterReplicaset], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(parent) = cx.follow(resource, replicaset::CLUSTER_ID).known() else { return };
    if let Some(finding) = mismatch(cx, resource, replicaset::PROJECT_ID, parent) {
        cx.report(finding);
    }
}
