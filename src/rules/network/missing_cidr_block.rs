//! A private network must have a `cidrBlock`.
//!
//! ## Why
//! A network is private unless `publicAccess` is true, and a private network needs a CIDR block. Preview does not
//! notice a missing one: the provider rejects the network only during the deployment, just before creating it.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": null } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": "10.0.0.0/16" } }
//! ```

use crate::model::network;
use crate::rules::faults::network::NoBlock;
use crate::rules::prelude::*;
use crate::rules::shared::network::suggest_block;
use crate::rules::shared::target::has_public_access;

pub const RULE: Rule =
    Rule::error(DetectedAt::Apply).source(&[source::PROVIDER_NETWORK]).on(&[FaultCheck::NetworkPrivateBlock(check)]);

fn check<'a>(cx: &mut Context<'a>, net: Network<'a>, _: &NoBlock) {
    // Another rule says that it is missing where the provider asks for it.
    if cx.is_required(net.resource, network::CIDR_BLOCK) {
        return;
    }
    let finding = Finding::at(net.resource, network::CIDR_BLOCK, "a private network must have a `cidrBlock`");
    let example = net.free_block(cx);
    let finding = if has_public_access(cx) && !net.has_peering(cx) {
        suggest_block(finding, example, |listed| {
            format!("add a private CIDR block{listed}; a public network, with `publicAccess: true`, needs none")
        })
        .suggest_also(network::PUBLIC_ACCESS, true)
    } else {
        suggest_block(finding, example, |listed| format!("add a private CIDR block{listed}"))
    };
    cx.report(finding);
}
