//! A production cluster should have more than one node.
//!
//! ## Why
//! If the only node fails, no other can take over, and every upgrade and every change of the instance type is an
//! outage. The topology cannot be changed later without replacing the cluster. The rule applies if the option
//! `environment` is `production` or `prod`.
//! ## Example
//! ```json
//! { "environment": "production", "resources": [
//!     { "kind": "ManagedCluster", "name": "db", "args": {
//!         "topology": "single-node", "instanceType": { "unknown": true }
//!     } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "environment": "production", "resources": [
//!     { "kind": "ManagedCluster", "name": "db", "args": { "topology": "three-node-multi-zone" } }
//! ] }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::faults::cluster::SingleNode;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .source(&[source::DOCS_OPS, source::DOCS_FAQ])
    .on(&[FaultCheck::ClusterRedundancy(check)]);

fn check<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &SingleNode) {
    let SingleNode(row) = fault;
    let message = "a production cluster with a single node is down whenever that node is down";
    let finding = Finding::at(db.resource, cluster::TOPOLOGY, message);
    cx.report(match cx.catalogue().topologies().find(|other| other.nodes > row.nodes) {
        Some(larger) => finding.suggest(cluster::TOPOLOGY, [larger.id.as_str()], |listed| {
            format!("use {listed} from the start; changing the topology later replaces the cluster")
        }),
        None => finding.help("use a topology with several nodes"),
    });
}
