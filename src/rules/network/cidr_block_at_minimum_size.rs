//! A network should have a larger CIDR block than the smallest one that the provider accepts.
//!
//! ## Why
//! The smaller the network, the fewer clusters fit into it. Its CIDR block cannot be changed later: when it is full,
//! everything has to move to a new network.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": "10.20.0.0/24" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": "10.20.0.0/16" } }
//! ```

use crate::model::network;
use crate::rules::prelude::*;
use crate::rules::shared::network::provider_lengths;

pub const RULE: Rule = Rule::advice(DetectedAt::Undetected)
    .source(&[source::DOCS_AUTOMATION_TERRAFORM, source::DOCS_PRIVATE_ACCESS_AWS])
    .each_resource(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(net) = Network::of(cx, resource) else { return };
    let Some(cidr) = net.unreported_block(cx) else { return };
    if provider_lengths(cx).is_none_or(|range| u32::from(cidr.prefix_length()) < range.max) {
        return;
    }
    let shown = quoted(&cidr.to_string());
    let message = format!(
        "{shown} is the smallest CIDR block that the provider accepts for a network, and it cannot be changed later"
    );
    let help = "use a larger CIDR block if several clusters will share the network, as long as it does not overlap any \
                network you will connect to this one";
    cx.report(Finding::at(resource, network::CIDR_BLOCK, message).help(help));
}
