//! ## What it checks
//! That the `projectId` of a replica set is that of its cluster.
//! ## Why
//! The service looks the cluster up in the project that the replica set names. In any other there is no such cluster.
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
use crate::rules::projects::mismatch;

pub(super) static RULE: Rule = Rule {
    code: "REP004",
    name: "replica-set-in-other-project",
    title: "A replica set is in the project of its cluster",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &["kurrent-io/terraform-provider-kurrentcloud:client/replicaset_create.go"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::ManagedClusterReplicaset], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(parent) = cx.follow(resource, replicaset::CLUSTER_ID).known() else { return };
    if let Some(finding) = mismatch(cx, resource, replicaset::PROJECT_ID, parent) {
        cx.report(finding);
    }
}
