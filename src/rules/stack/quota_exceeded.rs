//! The vCPUs of all clusters and their replicas must not exceed the quota in the option `vcpuQuota`.
//!
//! ## Why
//! The service counts vCPUs across the whole organisation and rejects what exceeds the quota, in the middle of a
//! deployment. The quota of an organisation is not documented; support says what it is and can raise it.
//! ## Example
//! ```json
//! { "options": { "vcpuQuota": 16 }, "kind": "ManagedCluster", "args": { "instanceType": "M32", "topology": "three-node-multi-zone" } }
//! ```
//! ## Use instead
//! ```json
//! { "options": { "vcpuQuota": 24 }, "kind": "ManagedCluster", "args": { "instanceType": "M32", "topology": "three-node-multi-zone" } }
//! ```

use std::collections::BTreeMap;

use crate::model::{managed_cluster as cluster, replicaset};
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_OPS])
    .program(&[KindId::ManagedCluster], check);

fn check(cx: &mut Context<'_>) {
    let Some(quota) = cx.settings().vcpu_quota else { return };
    let mut replicas: BTreeMap<&str, f64> = BTreeMap::new();
    for set in cx.program().of_kind(replicaset::KIND.name) {
        let Some(Identity::Named(db)) = cx.identity(set, replicaset::CLUSTER_ID) else { continue };
        let count = ManagedClusterReplicaset::of(cx, set).and_then(|set| set.count(cx).value);
        let Some(count) = count.filter(|count| *count > 0.0) else { continue };
        *replicas.entry(db).or_default() += count.trunc();
    }
    let mut total = 0.0;
    for db in cx.program().of_kind(cluster::KIND.name).filter(|db| !db.is_read()) {
        let Some(view) = ManagedCluster::of(cx, db) else { continue };
        let (instance_type, topology) = (view.instance_type(cx).value, view.topology(cx).value);
        let Some((instance_type, topology)) = instance_type.zip(topology) else { continue };
        let nodes = f64::from(topology.nodes) + replicas.get(db.name.as_str()).copied().unwrap_or(0.0);
        let before = total;
        total += f64::from(instance_type.vcpu) * nodes;
        // Reported where the sum first exceeds the quota, and only there.
        if before <= quota && total > quota {
            let message = format!(
                "the clusters of the program up to {} need at least {total} vCPUs, more than the quota of {quota}",
                quoted(&db.name)
            );
            let help =
                "use a smaller instance type, or ask support to raise the quota and update the option `vcpuQuota`";
            cx.report(Finding::at(db, cluster::INSTANCE_TYPE, message).help(help));
        }
    }
}
