//! A single-node cluster should not use a larger instance type than the console offers for a single node.
//!
//! ## Why
//! The console stops at `M8` for a single node. The provider and the API state no limit, so a larger instance type is
//! not documented to work, and whether it works shows only when the cluster is created.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "topology": "single-node", "instanceType": "M32" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "topology": "single-node", "instanceType": "M8" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Service)
    .for_new_or_changed()
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_OPS])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(db) = ManagedCluster::of(cx, resource) else { return };
    let catalogue = cx.catalogue();
    let Some(topology) = db.topology(cx).value else { return };
    let Some(max) = topology.console_max_instance_type.as_ref().map(|max| max.as_str()) else { return };
    let Some(row) = db.instance_type(cx).value else { return };
    if catalogue.is_larger(row.id.as_str(), max) != Some(true) {
        return;
    }
    let id = quoted(row.id.as_str());
    let message =
        format!("instance type {id} is larger than any that the console offers for topology `{}`", topology.id);
    let finding = Finding::at(resource, cluster::INSTANCE_TYPE, message);
    cx.report(match catalogue.topologies().find(|other| other.nodes > topology.nodes).map(|other| other.id.as_str()) {
        Some(other) => finding
            .suggest(cluster::INSTANCE_TYPE, [max], |listed| {
                format!("set `instanceType` to {listed} or smaller, or `topology` to {}", quoted(other))
            })
            .suggest_also(cluster::TOPOLOGY, other),
        None => finding
            .suggest(cluster::INSTANCE_TYPE, [max], |listed| format!("set `instanceType` to {listed} or smaller")),
    });
}
