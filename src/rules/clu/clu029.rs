//! ## What it checks
//! That the network of a cluster with `publicAccess: true` has it too.
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

use super::shared;
use crate::model::managed_cluster as cluster;
use crate::model::network;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "CLU029",
    name: "public-cluster-in-private-network",
    title: "A public cluster is in a public network",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &["EventStore/esc:cli/src/main.rs", "kurrent-io/documentation:docs/cloud/networking/public-network.md"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::ManagedCluster], check),
};

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
