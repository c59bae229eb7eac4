//! A private network that has clusters must have a peering.
//!
//! ## Why
//! A private network can be reached only through a peering. Without one, the clusters run and cost money, but no client
//! can connect.
//! ## Example
//! ```json
//! { "partial": false, "resources": [
//!     { "kind": "Network", "name": "net" },
//!     { "kind": "ManagedCluster", "name": "db", "args": { "networkId": { "ref": "net" } } },
//!     { "kind": "ScheduledBackup", "name": "nightly", "args": { "sourceClusterId": { "ref": "db" } } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "partial": false, "resources": [
//!     { "kind": "Network", "name": "net" },
//!     { "kind": "Peering", "name": "apps", "args": { "networkId": { "ref": "net" } } },
//!     { "kind": "ManagedCluster", "name": "db", "args": { "networkId": { "ref": "net" } } },
//!     { "kind": "ScheduledBackup", "name": "nightly", "args": { "sourceClusterId": { "ref": "db" } } }
//! ] }
//! ```

use crate::model::{managed_cluster as cluster, network, peering};
use crate::rules::prelude::*;
use crate::rules::shared::stack::{named, unused, users};

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .source(&[source::DOCS_NETWORKING, source::DOCS_NETWORKING_PRIVATE_NETWORK])
    .program(&[KindId::Network], check);

fn check(cx: &mut Context<'_>) {
    if !cx.program().is_whole || cx.program().of_kind(network::KIND.name).next().is_none() {
        return;
    }
    let clusters = users(cx, cluster::KIND.name, cluster::NETWORK_ID);
    if clusters.named.is_empty() {
        return;
    }
    let unused = unused(cx, network::KIND.name, peering::KIND.name, peering::NETWORK_ID);
    for net in unused.into_iter().filter(|net| !net.is_read()) {
        let Some(first) = clusters.named.get(net.name.as_str()).and_then(|users| users.first()) else { continue };
        if Network::of(cx, net).and_then(|net| net.is_public(cx)) != Some(false) {
            continue;
        }
        let message = format!("no client can reach the clusters of {}: it has no peering", named(net));
        let help = "add a Peering with the network of your clients, or make the network and its clusters public, with \
                    an access list";
        cx.report(Finding::on(net, "", message).help(help).related(first));
    }
}
