//! A change must not replace a network.
//!
//! ## Why
//! Clusters and peerings refer to their network by its id, which cannot be changed in place: when a network is replaced,
//! they are all replaced with it, and the data of the clusters is deleted.
//! ## Example
//! ```json
//! {
//!   "before": { "kind": "Network", "args": { "name": null, "cidrBlock": "10.20.0.0/16" } },
//!   "after": { "kind": "Network", "args": { "name": null, "cidrBlock": "10.30.0.0/16" } }
//! }
//! ```
//! ## Use instead
//! ```json
//! {
//!   "before": {
//!     "resources": [{ "kind": "Network", "name": "orders", "args": { "cidrBlock": "10.20.0.0/16" } }]
//!   },
//!   "after": {
//!     "resources": [
//!       { "kind": "Network", "name": "orders", "args": { "cidrBlock": "10.20.0.0/16" } },
//!       { "kind": "Network", "name": "orders-2", "args": { "cidrBlock": "10.30.0.0/16" } }
//!     ]
//!   }
//! }
//! ```

use crate::model::change::Step;
use crate::rules::prelude::*;
use crate::rules::shared::change::{names, replacing};
use crate::value::spelling::all_of_values;

pub const RULE: Rule = Rule::warning(DetectedAt::Preview)
    .source(&[source::PROVIDER_NETWORK, source::DOCS_NETWORKING])
    .each_change(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    let changes = replacing(cx, step);
    let Some(first) = changes.first() else { return };
    let children = cx.children(step);
    let child_names: Vec<&str> = children.iter().map(|child| child.name.as_str()).collect();
    let listed = all_of_values(&child_names).map_or(String::new(), |children| format!(": {children}"));
    let message =
        format!("a change of {} replaces the network, and its clusters and peerings with it{listed}", names(&changes));
    let help =
        "create a second network, restore backups of the clusters into new ones there, and delete the old network last";
    cx.report(Finding::of_change(step, first, message).help(help).related_to_all(&children));
}
