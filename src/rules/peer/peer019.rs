//! ## What it checks
//! That the network of a peering has no `publicAccess`.
//! ## Why
//! Public networks are reached over the internet, through access lists, and are connected to nothing else. Peerings are
//! how private networks are reached.
//! ## Example
//! ```json
//! { "resources": [
//!     { "kind": "Network", "name": "net", "args": { "publicAccess": true, "cidrBlock": null } },
//!     { "kind": "Peering", "name": "apps", "args": { "networkId": { "ref": "net" } } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "resources": [
//!     { "kind": "Network", "name": "net", "args": { "publicAccess": false } },
//!     { "kind": "Peering", "name": "apps", "args": { "networkId": { "ref": "net" } } }
//! ] }
//! ```

use super::shared::network;
use crate::model::{network as net, peering};
use crate::rules::prelude::*;
use crate::rules::target::has_public_access;

pub(super) static RULE: Rule = Rule {
    code: "PEER019",
    name: "peering-of-public-network",
    title: "Only a private network is peered",
    severity: Severity::Error,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &[
        "kurrent-io/documentation:docs/cloud/networking/public-network.md",
        "kurrent-io/documentation:docs/cloud/networking/README.md",
    ],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Peering], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if !has_public_access(cx) {
        return;
    }
    let Some(own) = network(cx, resource) else { return };
    if cx.boolean(own, net::PUBLIC_ACCESS).known() != Some(true) {
        return;
    }
    let message = format!("the network {} is public, and public networks are not peered", quoted(&own.name));
    let help = "peer a private network, or leave the peering out and let clients in through an access list";
    let finding = Finding::at(resource, peering::NETWORK_ID, message).help(help);
    cx.report(finding.related_at(own, net::PUBLIC_ACCESS));
}
