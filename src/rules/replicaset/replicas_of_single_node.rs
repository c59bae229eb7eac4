//! The cluster of a replica set must have a topology that supports replicas.
//!
//! ## Why
//! The service rejects replicas of a single-node cluster, as a test of the package against the real service records. An
//! example in the readme of the same package declares such a replica set nevertheless.
//! ## Example
//! ```json
//! { "target": "kurrentcloud@0.3.x", "resources": [
//!     { "kind": "ManagedCluster", "name": "db", "args": { "topology": "single-node", "instanceType": "M8" } },
//!     { "kind": "ManagedClusterReplicaset", "name": "replicas", "args": { "clusterId": { "ref": "db" } } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "target": "kurrentcloud@0.3.x", "resources": [
//!     { "kind": "ManagedCluster", "name": "db", "args": { "topology": "three-node-multi-zone" } },
//!     { "kind": "ManagedClusterReplicaset", "name": "replicas", "args": { "clusterId": { "ref": "db" } } }
//! ] }
//! ```

use crate::model::{managed_cluster as cluster, replicaset};
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::KURRENT_PACKAGE_LIVE_CLUSTER_TEST, source::KURRENT_PACKAGE_README])
    .each_resource(&[KindId::ManagedClusterReplicaset], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(parent) = cx.follow(resource, replicaset::CLUSTER_ID).known() else { return };
    let Some(db) = ManagedCluster::of(cx, parent) else { return };
    if db.topology(cx).value.is_none_or(|row| row.supports_replicas) {
        return;
    }
    let Some(written) = db.written_topology(cx) else { return };
    let supporting: Vec<&str> =
        cx.catalogue().topologies().filter(|row| row.supports_replicas).map(|row| row.id.as_str()).collect();
    let message = format!(
        "the cluster {} has the topology {}, which does not support replicas",
        quoted(&parent.name),
        quoted(written)
    );
    let help = format!(
        "remove the replica set, or create a new cluster with {}; the topology of a cluster cannot be changed later",
        one_of(&supporting)
    );
    cx.report(Finding::at(resource, replicaset::CLUSTER_ID, message).help(help).related_at(parent, cluster::TOPOLOGY));
}
