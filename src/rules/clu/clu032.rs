//! ## What it checks
//! That a cluster without `publicAccess` is not in a network that has it.
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

use super::shared;
use crate::model::managed_cluster as cluster;
use crate::model::network;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "CLU032",
    name: "private-cluster-in-public-network",
    title: "A cluster in a public network is public",
    severity: Severity::Warning,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    caught_today: CaughtToday::Nobody,
    source: &["kurrent-io/documentation:docs/cloud/networking/public-network.md", "EventStore/esc:cli/src/main.rs"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::ManagedCluster], check),
};

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
