//! A public cluster is in a public network.
//!
//! ## Why
//! Only a network with public access can have clusters with public access. Nobody compares the two before the service
//! does, and neither can be changed later: the one that is wrong is replaced.
//! ## Example
//! ```json
//! { "resources": [
//!     { "kind": "Network", "name": "net", "args": { "publicAccess": false } },
//!     { "kind": "ManagedCluster", "name": "db", "args": {
//!         "networkId": { "ref": "net" }, "publicAccess": true, "aclId": "c2bq5k5o4t0gqrkt0060"
//!     } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "resources": [
//!     { "kind": "Network", "name": "net", "args": { "publicAccess": true, "cidrBlock": null } },
//!     { "kind": "ManagedCluster", "name": "db", "args": {
//!         "networkId": { "ref": "net" }, "publicAccess": true, "aclId": "c2bq5k5o4t0gqrkt0060"
//!     } }
//! ] }
//! ```

use crate::model::managed_cluster as cluster;
use crate::model::network;
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Service)
    .source(&[source::ESC_CLI_MAIN, source::DOCS_NETWORKING_PUBLIC_NETWORK])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if shared::is_public(cx, resource) != Some(true) {
        return;
    }
    let Some(net) = cx.follow(resource, cluster::NETWORK_ID).known() else { return };
    if cx.boolean(net, network::PUBLIC_ACCESS).or(false) != Some(false) {
        return;
    }
    let message = format!("the cluster is public, but its network {} is not", quoted(&net.name));
    let help = "set `publicAccess: true` on the network and leave out its `cidrBlock`, or make the cluster private; \
                whichever changes is replaced if it exists already";
    let finding = Finding::at(resource, cluster::PUBLIC_ACCESS, message).help(help);
    cx.report(finding.related_at(net, network::PUBLIC_ACCESS));
}
