//! A network has room to grow.
//!
//! ## Why
//! The smaller the network, the fewer clusters fit into it, and the block of a network can never be changed: when it is
//! full, everything has to move to a new one.
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
use crate::rules::shared::network::{service_lengths, valid_block};

pub(super) const RULE: Rule = Rule::advice()
    .source(&[source::DOCS_AUTOMATION_TERRAFORM, source::DOCS_PRIVATE_ACCESS_AWS])
    .each_resource(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some((text, block)) = valid_block(cx, resource) else { return };
    if service_lengths(cx).is_none_or(|range| u32::from(block.prefix_length()) < range.max) {
        return;
    }
    let message = format!("{} is the smallest block that a network can have, and it can never grow", quoted(text));
    let help =
        "take a larger block where several clusters will share the network, if those you connect leave room for it";
    cx.report(Finding::at(resource, network::CIDR_BLOCK, message).help(help));
}
