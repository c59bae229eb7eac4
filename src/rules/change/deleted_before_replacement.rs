//! A change must not delete a cluster or network before its replacement is created.
//!
//! ## Why
//! Pulumi assumes that two resources cannot have the same name. If the program sets `name`, it therefore deletes the
//! old cluster or network before it creates the new one, and for a time there is neither.
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

use crate::model::change::Step;
use crate::model::target::Engine;
use crate::model::{managed_cluster as cluster, network};
use crate::rules::prelude::*;
use crate::rules::shared::change::{is_replaced, noun};

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[source::BRIDGE_SCHEMA, source::PACKAGE_PROVIDER_RESOURCES])
    .each_change(&[KindId::Network, KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    if !is_replaced(step) || !step.is_named() || cx.settings().target.engine != Engine::Pulumi {
        return;
    }
    let name = if step.kind.id == KindId::Network { network::NAME } else { cluster::NAME };
    let noun = noun(step);
    let message = format!("`name` is set, so Pulumi deletes the old {noun} before it creates the new one");
    let help =
        format!("add a second {noun} with another name and delete the old one last, or remove `name` from the program");
    cx.report(Finding::at(step.resource, name, message).help(help));
}
