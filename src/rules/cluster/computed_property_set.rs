//! What the service sets is not written.
//!
//! ## Why
//! The provider does not take them as input. Region and cloud are those of the network, and the host name exists once
//! the cluster does.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "region": "us-east-1" } }
//! ```
//! ## Use instead
//! ```json
//! { "resources": [
//!     { "kind": "Network", "name": "net", "args": { "region": "us-east-1" } },
//!     { "kind": "ManagedCluster", "name": "db", "args": { "networkId": { "ref": "net" } } }
//! ] }
//! ```

use crate::model::network;
use crate::model::resource::{Fault, State};
use crate::rules::prelude::*;

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Compiler)
    .source(&[source::PROVIDER_MANAGED_CLUSTER])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for (id, property, slot) in resource.properties() {
        let is_reported_elsewhere = matches!(slot.state, State::Missing | State::Wrong(Fault::Unusable(_)));
        if !property.is_computed() || is_reported_elsewhere {
            continue;
        }
        let name = property.name;
        let is_of_network = network::KIND.property(name).is_some_and(|(_, input)| !input.is_computed());
        let (origin, help) = if is_of_network {
            (
                "it is that of its network",
                format!("remove it here and set `{name}` on the Network that `networkId` refers to"),
            )
        } else {
            ("the service sets it", format!("remove it, and read it from the finished cluster: `cluster.{name}`"))
        };
        let message = format!("`{name}` cannot be written on a cluster: {origin}");
        cx.report(Finding::at(resource, id, message).help(help).remove(id));
    }
}
