//! A production cluster has more than one node.
//!
//! ## Why
//! With one node there is nothing to take over when it fails, and every upgrade and every change of size is an outage.
//! The topology cannot be changed later without a new cluster.
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
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub(super) const RULE: Rule =
    Rule::warning().source(&[source::DOCS_OPS, source::DOCS_FAQ]).each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if !cx.settings().is_production() {
        return;
    }
    let Some(row) = shared::topology(cx, resource).filter(|row| row.nodes == 1) else { return };
    let message = "a production cluster of one node is down whenever that node is";
    let help = match cx.catalogue().topologies().find(|other| other.nodes > row.nodes) {
        Some(larger) => {
            format!("write `{}` before the cluster is made; changing it later replaces the cluster", larger.id)
        }
        None => "take a topology with several nodes".to_string(),
    };
    cx.report(Finding::at(resource, cluster::TOPOLOGY, message).help(help));
}
