//! The computed properties `dnsName`, `region` and `resourceProvider` must not be set on a cluster.
//!
//! ## Why
//! The provider does not accept them as input. Region and cloud are those of the network, and the host name is known
//! only after the cluster has been created.
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

pub const RULE: Rule = Rule::error(DetectedAt::Compiler)
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
                "its network determines it",
                format!("remove `{name}` here and set it on the Network that `networkId` refers to"),
            )
        } else {
            ("the service sets it", format!("remove `{name}` and read it from the created cluster: `cluster.{name}`"))
        };
        let message = format!("`{name}` cannot be set on a cluster, because {origin}");
        cx.report(Finding::at(resource, id, message).help(help).remove(id));
    }
}
