//! `peerResourceProvider` must be the cloud of the network that `networkId` refers to.
//!
//! ## Why
//! A network can be peered only with another network in its own cloud. The provider does not even send the property, so
//! a mismatch surfaces only when the next preview plans to replace the peering.
//! ## Example
//! ```json
//! { "resources": [
//!     { "kind": "Network", "name": "net", "args": { "resourceProvider": "gcp", "region": "us-east1" } },
//!     { "kind": "Peering", "name": "apps", "args": { "networkId": { "ref": "net" }, "peerResourceProvider": "aws" } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "resources": [
//!     { "kind": "Network", "name": "net", "args": { "resourceProvider": "aws", "region": "us-east-1" } },
//!     { "kind": "Peering", "name": "apps", "args": { "networkId": { "ref": "net" }, "peerResourceProvider": "aws" } }
//! ] }
//! ```

use crate::model::{network, peering};
use crate::rules::faults::peering::OtherCloud;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Undetected)
    .source(&[source::DOCS_AUTOMATION_TERRAFORM, source::PROVIDER_PEERING])
    .on(&[FaultCheck::PeeringOwnCloud(check)]);

fn check<'a>(cx: &mut Context<'a>, peering: Peering<'a>, fault: &OtherCloud<'a>) {
    let OtherCloud { peer, net, own } = fault;
    let message = format!(
        "`peerResourceProvider` says that the peer network is in {}, but the network {} is in {}",
        peer.name,
        quoted(&net.name),
        own.name
    );
    let finding = Finding::at(peering.resource, peering::PEER_RESOURCE_PROVIDER, message)
        .related_at(net, network::RESOURCE_PROVIDER);
    // What is written about the peer network tells which of the two clouds is wrong.
    let is_certain = peering.suits(cx, own);
    cx.report(if is_certain {
        finding.use_value(peering::PEER_RESOURCE_PROVIDER, own.id.as_str())
    } else {
        finding.help(format!(
            "use a peer network in {}, or replace the network {} with one in {}",
            own.name,
            quoted(&net.name),
            peer.name
        ))
    });
}
