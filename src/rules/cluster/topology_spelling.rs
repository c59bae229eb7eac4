//! The topology is spelt exactly as the service spells it.
//!
//! ## Why
//! The provider takes any case and sends lower case, but unlike for the other lists it then compares what the service
//! stores with what is written. The next run finds a difference in a property that cannot change, and plans to delete
//! the cluster and make a new one.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "topology": "Three-Node-Multi-Zone" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "topology": "three-node-multi-zone" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub(super) const RULE: Rule = Rule::error()
    .source(&[source::PROVIDER_MANAGED_CLUSTER, source::PLUGIN_SDK_SCHEMA_SCHEMA])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(written) = cx.text(resource, cluster::TOPOLOGY).known() else { return };
    let Some(row) = cx.catalogue().topology(written.trim()) else { return };
    let exact = row.id.as_str();
    if written == exact {
        return;
    }
    if written != written.trim() {
        cx.report(shared::padded(resource, cluster::TOPOLOGY, written, exact));
        return;
    }
    let message = format!("{} is not in lower case, so the next run plans to replace the cluster", quoted(written));
    let help = format!("write `{exact}`, which is what the service stores");
    cx.report(Finding::at(resource, cluster::TOPOLOGY, message).help(help).set(cluster::TOPOLOGY, exact));
}
