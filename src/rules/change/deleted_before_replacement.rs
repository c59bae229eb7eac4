//! A replaced cluster or network should be created before the old one is deleted.
//!
//! ## Why
//! Pulumi assumes that two resources cannot have the same name. If the program sets `name`, it therefore deletes the
//! old cluster or network before it creates the new one, and for a time there is neither. Another name does not change
//! that; leaving `name` out does, as does the resource option `deleteBeforeReplace: false`. In either order the old cluster
//! and its data are deleted.
//! ## Example
//! ```json
//! {
//!   "before": { "kind": "ManagedCluster", "args": { "name": "orders-db", "topology": "single-node" } },
//!   "after": { "kind": "ManagedCluster", "args": { "name": "orders-db", "topology": "three-node-multi-zone" } }
//! }
//! ```
//! ## Use instead
//! ```json
//! {
//!   "before": {
//!     "resources": [
//!       { "kind": "ManagedCluster", "name": "orders", "args": { "name": "orders-db", "topology": "single-node" } }
//!     ]
//!   },
//!   "after": {
//!     "resources": [
//!       { "kind": "ManagedCluster", "name": "orders", "args": { "name": "orders-db", "topology": "single-node" } },
//!       { "kind": "ManagedCluster", "name": "orders-2", "args": { "name": "orders-db-2" } }
//!     ]
//!   }
//! }
//! ```

use crate::model::change::{ReplaceOrder, Step};
use crate::model::target::Engine;
use crate::model::{managed_cluster as cluster, network};
use crate::rules::prelude::*;
use crate::rules::shared::change::{is_replaced, noun};

pub const RULE: Rule = Rule::warning(DetectedAt::Preview)
    .source(&[source::BRIDGE_SCHEMA, source::PACKAGE_PROVIDER_RESOURCES])
    .each_change(&[KindId::Network, KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    let is_deleted_first = step.order == Some(ReplaceOrder::DeleteFirst);
    if !is_replaced(step) || !is_deleted_first || !step.is_named() || cx.settings().target.engine != Engine::Pulumi {
        return;
    }
    let name = if step.kind.id == KindId::Network { network::NAME } else { cluster::NAME };
    let noun = noun(step);
    let message = format!("`name` is set, so Pulumi deletes the old {noun} before it creates the new one");
    let data = if step.loses_data { "; the data is not carried over in either order" } else { "" };
    let help = format!(
        "to shorten the downtime, leave `name` out or set the resource option `deleteBeforeReplace: false`, and the new \
         {noun} is created first{data}"
    );
    cx.report(Finding::at(step.resource, name, message).help(help));
}
