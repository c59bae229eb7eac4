//! The disk space of a cluster should be budgeted for every node.
//!
//! ## Why
//! `diskSize` is the size of one node's disk, and all nodes have the same. The cost and the quota count every one of
//! them.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "topology": "three-node-multi-zone", "diskSize": 4000 } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "topology": "single-node", "instanceType": "M8" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub const RULE: Rule = Rule::advice(DetectedAt::Undetected)
    .source(&[source::DOCS_AUTOMATION_TERRAFORM])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(db) = ManagedCluster::of(cx, resource) else { return };
    let Some(topology) = db.topology(cx).value.filter(|row| row.nodes > 1) else { return };
    let Some(size) = db.disk_size(cx).value.filter(|size| *size > 0.0) else { return };
    if cx.is_reported(resource, About::ClusterSizeRange) {
        return;
    }
    let nodes = topology.nodes;
    let each = size.trunc();
    let total = grouped(shared::integer(each * f64::from(nodes)).into());
    let message = format!(
        "each of the {nodes} nodes of the cluster has a disk of {} GB, {total} GB in total",
        quoted_number(each)
    );
    let help = format!("plan the cost and the quota for {nodes} times `diskSize`");
    cx.report(Finding::at(resource, cluster::DISK_SIZE, message).help(help));
}
