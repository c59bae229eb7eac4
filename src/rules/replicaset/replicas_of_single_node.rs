//! The cluster of a replica set has a topology that takes replicas.
//!
//! ## Why
//! The service refuses replicas of a single node, which a test of the package against the real service records. An
//! example in the readme of the same package has one nonetheless.
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

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Service)
    .source(&[source::KURRENT_PACKAGE_LIVE_CLUSTER_TEST, source::KURRENT_PACKAGE_README])
    .each_resource(&[KindId::ManagedClusterReplicaset], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(parent) = cx.follow(resource, replicaset::CLUSTER_ID).known() else { return };
    let Some(written) = cx.text(parent, cluster::TOPOLOGY).known() else { return };
    let catalogue = cx.catalogue();
    if catalogue.topology(written.trim()).is_none_or(|row| row.supports_replicas) {
        return;
    }
    let taking: Vec<&str> =
        catalogue.topologies().filter(|row| row.supports_replicas).map(|row| row.id.as_str()).collect();
    let message = format!("the cluster {} is {}, which takes no replicas", quoted(&parent.name), quoted(written));
    let help = format!(
        "leave the replica set out, or make a cluster with {}: the topology of one that exists cannot be changed",
        one_of(&taking)
    );
    cx.report(Finding::at(resource, replicaset::CLUSTER_ID, message).help(help).related_at(parent, cluster::TOPOLOGY));
}
