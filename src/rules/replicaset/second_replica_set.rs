//! A cluster must not have more than one replica set.
//!
//! ## Why
//! A replica set has the id of its cluster. To the service, two of them are therefore the same replica set, and each
//! deployment changes it from one to the other.
//! ## Example
//! ```json
//! { "target": "kurrentcloud@0.3.x", "resources": [
//!     { "kind": "ManagedClusterReplicaset", "name": "a", "args": { "replicaCount": 1 } },
//!     { "kind": "ManagedClusterReplicaset", "name": "b", "args": { "replicaCount": 1 } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "target": "kurrentcloud@0.3.x", "resources": [
//!     { "kind": "ManagedClusterReplicaset", "name": "a", "args": { "replicaCount": 2 } }
//! ] }
//! ```

use std::collections::BTreeMap;

use crate::model::replicaset;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::KURRENT_PROVIDER_DOCS_MANAGED_CLUSTER_REPLICASET])
    .program(&[KindId::ManagedClusterReplicaset], check);

fn check(cx: &mut Context<'_>) {
    let mut first_of: BTreeMap<Identity<'_>, &Resource> = BTreeMap::new();
    for resource in cx.program().of_kind(replicaset::KIND.name) {
        let cluster = cx.identity(resource, replicaset::CLUSTER_ID).filter(|cluster| !cluster.is_blank());
        let Some(cluster) = cluster else { continue };
        match first_of.get(&cluster) {
            None => {
                first_of.insert(cluster, resource);
            }
            Some(first) => {
                let message = format!("the cluster already has the replica set {}", quoted(&first.name));
                let finding = Finding::at(resource, replicaset::CLUSTER_ID, message);
                let help = "remove one of the two; for more replicas, increase the `replicaCount` of the other";
                cx.report(finding.help(help).related_at(first, replicaset::CLUSTER_ID).confined());
            }
        }
    }
}
