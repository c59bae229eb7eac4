//! A change must not replace a cluster.
//!
//! ## Why
//! Some properties of a cluster can only be changed by replacing it: the cluster is deleted with its data, and an empty
//! one with another id and another host name is created. The preview shows `replace` and does not mention the data.
//! ## Example
//! ```json
//! {
//!   "before": { "kind": "ManagedCluster", "args": { "name": null, "topology": "single-node" } },
//!   "after": { "kind": "ManagedCluster", "args": { "name": null, "topology": "three-node-multi-zone" } }
//! }
//! ```
//! ## Use instead
//! ```json
//! {
//!   "before": {
//!     "resources": [{ "kind": "ManagedCluster", "name": "orders", "args": { "topology": "single-node" } }]
//!   },
//!   "after": {
//!     "resources": [
//!       { "kind": "ManagedCluster", "name": "orders", "args": { "topology": "single-node" } },
//!       { "kind": "ManagedCluster", "name": "orders-2", "args": { "topology": "three-node-multi-zone" } }
//!     ]
//!   }
//! }
//! ```

use crate::model::change::Step;
use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::rules::shared::change::{names, replacing};
use crate::value::spelling::all_of_values;

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[source::PROVIDER_MANAGED_CLUSTER, source::DOCS_FAQ])
    .each_change(&[KindId::ManagedCluster], check);

/// Properties whose change has a rule of its own.
const OTHER_RULES: [PropertyId; 2] = [cluster::ACL_ID, cluster::PROJECTION_LEVEL];

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    let mut changes = replacing(cx, step);
    changes.retain(|change| !OTHER_RULES.contains(&change.id));
    let Some(first) = changes.first() else { return };
    let parents = cx.parents(step);
    let parent_names: Vec<&str> = parents.iter().map(|parent| parent.name.as_str()).collect();
    let reason = match all_of_values(&parent_names) {
        Some(parents) => format!("the cluster is replaced because of {parents}"),
        None => format!("a change of {} replaces the cluster", names(&changes)),
    };
    let message = format!("{reason}: its data is deleted, and the new cluster is empty");
    let help = "back up the cluster, restore the backup into a new one, move the clients, and delete the old cluster \
                last; set `protected` to prevent an accidental replacement";
    cx.report(Finding::of_change(step, first, message).help(help).related_to_all(&parents));
}
