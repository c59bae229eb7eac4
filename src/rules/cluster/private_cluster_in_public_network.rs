//! A cluster in a public network is public.
//!
//! ## Why
//! A public network is not connected to other networks, so nothing can reach a private cluster in it. The service
//! makes the cluster all the same.
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
use crate::rules::shared::cluster as shared;

pub(super) const RULE: Rule = Rule::warning()
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_NETWORKING_PUBLIC_NETWORK, source::ESC_CLI_MAIN])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if shared::is_public(cx, resource) != Some(false) {
        return;
    }
    let Some(net) = cx.follow(resource, cluster::NETWORK_ID).known() else { return };
    if cx.boolean(net, network::PUBLIC_ACCESS).known() != Some(true) {
        return;
    }
    let message =
        format!("the cluster is private, but its network {} is public: nothing can reach it", quoted(&net.name));
    let help = "put it into a private network, or set `publicAccess: true` and give an `aclId`";
    let finding = Finding::at(resource, cluster::PUBLIC_ACCESS, message).help(help);
    cx.report(finding.related_at(net, network::PUBLIC_ACCESS));
}
