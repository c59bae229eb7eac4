//! Nothing may depend on the id or the address of a cluster that is replaced.
//!
//! ## Why
//! The replacement of a cluster, whether empty or restored from a backup, has another id and another host name.
//! Clients, backups, replica sets and integrations still use those of the old cluster.
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
//!   "before": { "kind": "ManagedCluster", "args": { "name": null, "instanceType": "M16" } },
//!   "after": { "kind": "ManagedCluster", "args": { "name": null, "instanceType": "M32" } }
//! }
//! ```

use crate::model::change::Step;
use crate::rules::prelude::*;
use crate::rules::shared::change::is_replaced;

pub const RULE: Rule = Rule::advice(DetectedAt::Undetected)
    .source(&[source::DOCS_OPS_BACKUPS, source::DOCS_NETWORKING])
    .each_change(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    if !is_replaced(step) {
        return;
    }
    let message = "the replacement of the cluster has another id and address, even if a backup is restored into it";
    let help = "use the output `dnsName` as the address, and point clients, backups, replica sets and integrations at \
                the new cluster";
    cx.report(Finding::on(step.resource, "", message).help(help));
}
