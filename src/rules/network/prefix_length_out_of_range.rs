//! The prefix length of `cidrBlock` must be within the range that the provider accepts.
//!
//! ## Why
//! The provider rejects any other prefix length at preview. The guides give other ranges: some include smaller CIDR
//! blocks, which can only be created in the console, and one excludes the largest.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": "10.20.0.0/25" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": "10.20.0.0/24" } }
//! ```

use crate::model::network;
use crate::rules::faults::network::{Block, CidrBlockFault};
use crate::rules::prelude::*;
use crate::rules::shared::network::{prefix_length_fault, suggest_size};

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[source::PROVIDER_NETWORK, source::DOCS_PRIVATE_ACCESS_AWS, source::DOCS_AUTOMATION_TERRAFORM])
    .on(&[FaultCheck::NetworkCidrBlock(check)]);

fn check<'a>(cx: &mut Context<'a>, net: Network<'a>, fault: &CidrBlockFault<'a>) {
    let CidrBlockFault::PrefixLength(Block { text, cidr, .. }, range) = fault else { return };
    let finding = Finding::at(net.resource, network::CIDR_BLOCK, prefix_length_fault(text, *cidr, *range));
    let length = u32::from(cidr.prefix_length());
    let console =
        cx.catalogue().address_limits().filter(|row| length > range.max && length <= row.console_max_prefix_length);
    let limit = console.map_or("", |_| "; CIDR blocks this small can only be created in the console");
    let finding = suggest_size(cx, finding, net, (text, *cidr), limit);
    cx.report(finding);
}
