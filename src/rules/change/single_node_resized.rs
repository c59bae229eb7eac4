//! A change of `instanceType` must not interrupt the cluster.
//!
//! ## Why
//! Each node is stopped to change its instance type. Three nodes are stopped one after the other; with a single node,
//! clients are cut off until it is back, which takes minutes if it holds a lot of data. Before version 1.5.28 of the Terraform
//! provider, and 0.2.12 of the Pulumi package, the cluster is replaced instead.
//! ## Example
//! ```json
//! {
//!   "before": { "kind": "ManagedCluster", "args": { "topology": "single-node", "instanceType": "C4" } },
//!   "after": { "kind": "ManagedCluster", "args": { "topology": "single-node", "instanceType": "M8" } }
//! }
//! ```
//! ## Use instead
//! ```json
//! {
//!   "before": { "kind": "ManagedCluster", "args": { "topology": "three-node-multi-zone", "instanceType": "C4" } },
//!   "after": { "kind": "ManagedCluster", "args": { "topology": "three-node-multi-zone", "instanceType": "M8" } }
//! }
//! ```

use crate::model::change::{Effect, Step};
use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::rules::shared::change::has_single_node;

pub const RULE: Rule =
    Rule::warning(DetectedAt::Undetected).source(&[source::DOCS_OPS]).each_change(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    let Some(change) = cx.change(step, cluster::INSTANCE_TYPE) else { return };
    if change.effect != Effect::Resize {
        return;
    }
    if has_single_node(cx, step) {
        let message =
            "a change of `instanceType` stops the only node of the cluster, for minutes if it holds a lot of data";
        let help = "deploy at a time when clients can do without the cluster";
        cx.report(Finding::of_change(step, change, message).help(help));
    }
}
