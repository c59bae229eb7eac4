//! `topology` must be written in lower case.
//!
//! ## Why
//! The provider accepts any case, so the cluster is created, and sends the value in lower case. Unlike with its other
//! lists, it then compares the value that the service stores with the one in the program. From then on every preview finds
//! a difference in a property that cannot be changed later, and plans to delete the cluster with its data and create a new
//! one.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "topology": "Three-Node-Multi-Zone" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "topology": "three-node-multi-zone" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::faults::cluster::ChoiceFault;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Undetected)
    .source(&[source::PROVIDER_MANAGED_CLUSTER, source::PLUGIN_SDK_SCHEMA_SCHEMA])
    .on(&[FaultCheck::ClusterTopology(check)]);

fn check<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &ChoiceFault<'a>) {
    let ChoiceFault::Case(written, exact) = *fault else { return };
    let message = format!(
        "topology {} is not in lower case, so every later deployment replaces the cluster, and its data is lost",
        quoted(written)
    );
    let finding = Finding::at(db.resource, cluster::TOPOLOGY, message).set(cluster::TOPOLOGY, exact);
    let help = |listed: &str| format!("use {listed}, the spelling that the service stores");
    cx.report(finding.suggest(cluster::TOPOLOGY, [exact], help));
}
