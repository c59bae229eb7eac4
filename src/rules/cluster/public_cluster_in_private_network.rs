//! A cluster with `publicAccess: true` must be in a network that has `publicAccess: true` too.
//!
//! ## Why
//! Only a network with public access can have clusters with public access. The provider does not compare the two, so
//! only the service rejects a mismatch, when the cluster is created. Neither value can be changed later: the resource
//! with the wrong value is replaced.
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

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::ESC_CLI_MAIN, source::DOCS_NETWORKING_PUBLIC_NETWORK])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(db) = ManagedCluster::of(cx, resource) else { return };
    let Some(net) = db.network_with_other_access(cx, true) else { return };
    let message = format!("the cluster is public, but its network {} is not", quoted(&net.resource.name));
    let help = "set `publicAccess: true` on the network and remove its `cidrBlock`, or make the cluster private; \
                the changed resource is replaced if it already exists";
    let finding = Finding::at(resource, cluster::PUBLIC_ACCESS, message).help(help);
    cx.report(finding.related_at(net.resource, network::PUBLIC_ACCESS));
}
