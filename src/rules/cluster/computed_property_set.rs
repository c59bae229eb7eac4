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

use crate::rules::faults::cluster::Computed;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Compiler)
    .source(&[source::PROVIDER_MANAGED_CLUSTER])
    .on(&[FaultCheck::ClusterComputed(check)]);

fn check<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &Computed) {
    let Computed { id, name, is_of_network } = *fault;
    let (origin, help) = if is_of_network {
        (
            "its network determines it",
            format!("remove `{name}` here and set it on the Network that `networkId` refers to"),
        )
    } else {
        ("the service sets it", format!("remove `{name}` and read it from the created cluster: `cluster.{name}`"))
    };
    let message = format!("`{name}` cannot be set on a cluster, because {origin}");
    cx.report(Finding::at(db.resource, id, message).help(help).remove(id));
}
