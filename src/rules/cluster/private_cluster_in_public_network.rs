//! A cluster without `publicAccess` should not be in a network that has it.
//!
//! ## Why
//! A public network is not connected to other networks, so nothing can reach a private cluster in it. The service
//! creates the cluster anyway.
//! ## Example
//! ```json
//! { "resources": [
//!     { "kind": "Network", "name": "net", "args": { "publicAccess": true, "cidrBlock": null } },
//!     { "kind": "ManagedCluster", "name": "db", "args": { "networkId": { "ref": "net" }, "publicAccess": false } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "resources": [
//!     { "kind": "Network", "name": "net", "args": { "publicAccess": false } },
//!     { "kind": "ManagedCluster", "name": "db", "args": { "networkId": { "ref": "net" }, "publicAccess": false } }
//! ] }
//! ```

use crate::model::managed_cluster as cluster;
use crate::model::network;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_NETWORKING_PUBLIC_NETWORK, source::ESC_CLI_MAIN])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(db) = ManagedCluster::of(cx, resource) else { return };
    let Some(net) = db.network_with_other_access(cx, false) else { return };
    let message = format!(
        "the cluster is private, but its network {} is public, so nothing can reach it",
        quoted(&net.resource.name)
    );
    let help = "use a private network, or make the cluster public with `publicAccess` and an `aclId`";
    let finding = Finding::at(resource, cluster::PUBLIC_ACCESS, message).help(help);
    cx.report(finding.related_at(net.resource, network::PUBLIC_ACCESS));
}
