//! Clusters of a private network can be reached.
//!
//! ## Why
//! A private network is reached through a peering and in no other way. Without one the clusters run, cost money, and
//! nobody can connect.
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
use crate::rules::shared::stack::users;

pub(super) const RULE: Rule = Rule::warning()
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
    let peerings = users(cx, peering::KIND.name, peering::NETWORK_ID);
    // A peering of a network that is not known may be of any.
    if peerings.has_other {
        return;
    }
    for net in cx.program().of_kind(network::KIND.name).filter(|net| net.is_readable()) {
        let Some(first) = clusters.named.get(net.name.as_str()).and_then(|users| users.first()) else { continue };
        if peerings.named.contains_key(net.name.as_str())
            || cx.boolean(net, network::PUBLIC_ACCESS).or(false) != Some(false)
        {
            continue;
        }
        let finding = Finding::on(net, "", "nothing can reach the clusters of this private network: it has no peering");
        let help = "add a Peering with the network that your clients are in, or make network and clusters public with an access list";
        cx.report(finding.help(help).related(first));
    }
}
