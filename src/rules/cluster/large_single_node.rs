//! A single node is not larger than the console offers.
//!
//! ## Why
//! The console stops at `M8` for a single node. Provider and API state no limit, so whether a larger one can be made
//! shows only when it is.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "topology": "single-node", "instanceType": "M32" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "topology": "single-node", "instanceType": "M8" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub(super) const RULE: Rule = Rule::warning()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Service)
    .source(&[source::DOCS_OPS])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let catalogue = cx.catalogue();
    let Some(topology) = shared::topology(cx, resource) else { return };
    let Some(most) = topology.console_max_instance_type.as_ref() else { return };
    let Some(row) = shared::instance_type(cx, resource) else { return };
    if catalogue.is_larger(row.id.as_str(), most.as_str()) != Some(true) {
        return;
    }
    let message = format!("{} is larger than the console offers for `{}`", quoted(row.id.as_str()), topology.id);
    let help = match catalogue.topologies().find(|other| other.nodes > topology.nodes) {
        Some(other) => format!("take `{most}` or a smaller size, or `topology: \"{}\"`", other.id),
        None => format!("take `{most}` or a smaller size"),
    };
    cx.report(Finding::at(resource, cluster::INSTANCE_TYPE, message).help(help));
}
