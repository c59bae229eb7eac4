//! A change of the server version must not interrupt the cluster.
//!
//! ## Why
//! Each node is restarted to change its server version. Three nodes are restarted one after the other; with a single
//! node, clients are cut off until it is back.
//! ## Example
//! ```json
//! {
//!   "before": { "kind": "ManagedCluster", "args": { "topology": "single-node", "serverVersionTag": "26.0.1" } },
//!   "after": { "kind": "ManagedCluster", "args": { "topology": "single-node", "serverVersionTag": "26.0.2" } }
//! }
//! ```
//! ## Use instead
//! ```json
//! {
//!   "before": { "kind": "ManagedCluster", "args": { "topology": "three-node-multi-zone", "serverVersionTag": "26.0.1" } },
//!   "after": { "kind": "ManagedCluster", "args": { "topology": "three-node-multi-zone", "serverVersionTag": "26.0.2" } }
//! }
//! ```

use crate::model::change::Step;
use crate::rules::prelude::*;
use crate::rules::shared::change::{has_single_node, version_change};

pub const RULE: Rule =
    Rule::warning(DetectedAt::Undetected).source(&[source::DOCS_OPS]).each_change(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    let Some(change) = version_change(cx, step) else { return };
    if has_single_node(cx, step) {
        let message = "a change of `serverVersionTag` restarts the only node of the cluster";
        let help = "deploy at a time when clients can do without the cluster";
        cx.report(Finding::of_change(step, change, message).help(help));
    }
}
