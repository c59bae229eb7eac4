//! The network of a peering must be private.
//!
//! ## Why
//! Public networks are reached over the internet, through access lists, and cannot be connected to another network.
//! Only private networks are reached through peerings.
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

use crate::model::{network as net, peering};
use crate::rules::prelude::*;
use crate::rules::shared::target::has_public_access;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_NETWORKING_PUBLIC_NETWORK, source::DOCS_NETWORKING])
    .each_resource(&[KindId::Peering], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if !has_public_access(cx) {
        return;
    }
    let Some(peering) = Peering::of(cx, resource) else { return };
    let Some(own) = peering.network(cx) else { return };
    if own.is_public(cx) != Some(true) {
        return;
    }
    let own = own.resource;
    let message = format!("the network {} is public, and only private networks can be peered", quoted(&own.name));
    let help = "use a private network, or remove the peering and give clients access through an access list";
    let finding = Finding::at(resource, peering::NETWORK_ID, message).help(help);
    cx.report(finding.related_at(own, net::PUBLIC_ACCESS));
}
