//! `cidrBlock` must be an IPv4 CIDR block: four numbers, a slash and a prefix length, without leading zeros or white
//! space.
//!
//! ## Why
//! The provider rejects a malformed string at preview. It accepts an IPv6 CIDR block, but the service does not support
//! IPv6.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": "2001:db8::/16" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": "10.20.0.0/16" } }
//! ```

use crate::model::network;
use crate::net::CidrError;
use crate::rules::faults::network::{Block, CidrBlockFault};
use crate::rules::prelude::*;
use crate::rules::shared::network::{EXAMPLE, cidr_fault, suggest_block};

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[source::PLUGIN_SDK_VALIDATION_NETWORK, source::ESC_CLI_MAIN])
    .on(&[FaultCheck::NetworkCidrBlock(check)]);

fn check<'a>(cx: &mut Context<'a>, net: Network<'a>, fault: &CidrBlockFault<'a>) {
    let CidrBlockFault::Invalid(text, error) = fault else { return };
    if let Some(Block { cidr, has_host_bits: false, .. }) = net.cidr_block(cx).value {
        let message = format!("{} has white space around it", quoted(text));
        let finding = Finding::at(net.resource, network::CIDR_BLOCK, message);
        let is_accepted = net.is_accepted(cx, cidr);
        cx.report(if is_accepted {
            finding.use_value(network::CIDR_BLOCK, cidr.to_string())
        } else {
            finding.help("remove the white space")
        });
        return;
    }
    let finding = Finding::at(net.resource, network::CIDR_BLOCK, cidr_fault(text, *error, "networks"));
    let example = net.free_block(cx);
    cx.report(match error {
        CidrError::Ipv6 => suggest_block(finding, example, |listed| format!("use a private IPv4 CIDR block{listed}")),
        CidrError::NoPrefixLength(_) => finding.help(format!(
            "add a slash and a prefix length, as in `{EXAMPLE}`: the number after the slash says how large the CIDR \
             block is"
        )),
        CidrError::PrefixLength(_) => finding.help(format!("use a plain number after the slash, as in `{EXAMPLE}`")),
        CidrError::LeadingZero => finding.help(format!("use decimal numbers without leading zeros, as in `{EXAMPLE}`")),
        _ => finding.help(format!("use four numbers from 0 to 255, a slash and a prefix length, as in `{EXAMPLE}`")),
    });
}
