//! A public network must not have a `cidrBlock`.
//!
//! ## Why
//! A network is either public or has a private CIDR block. Preview accepts both together; the provider rejects them
//! only during the deployment, just before creating the network.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "publicAccess": true, "cidrBlock": "10.20.0.0/16" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "publicAccess": true, "cidrBlock": null } }
//! ```

use crate::model::network;
use crate::rules::faults::network::BlockOfPublic;
use crate::rules::prelude::*;

pub const RULE: Rule =
    Rule::error(DetectedAt::Apply).source(&[source::PROVIDER_NETWORK]).on(&[FaultCheck::NetworkPublicBlock(check)]);

fn check<'a>(cx: &mut Context<'a>, net: Network<'a>, BlockOfPublic(text): &BlockOfPublic<'a>) {
    let message = format!("a public network cannot have a `cidrBlock`, but this one has {}", quoted(text));
    let help = "remove `cidrBlock`, or remove `publicAccess` if the network should be private";
    cx.report(Finding::at(net.resource, network::CIDR_BLOCK, message).help(help).remove(network::CIDR_BLOCK));
}
