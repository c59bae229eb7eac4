//! `cidrBlock` must be a network address: no bits may be set after the prefix.
//!
//! ## Why
//! The provider compares the CIDR block with its canonical form and, if the two differ, rejects it at preview.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": "10.20.0.1/16" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": "10.20.0.0/16" } }
//! ```

use crate::model::network;
use crate::net::CidrError;
use crate::rules::faults::network::{Block, HostBits};
use crate::rules::prelude::*;
use crate::rules::shared::network::{cidr_fault, suggest_block};

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[source::PROVIDER_NETWORK, source::PLUGIN_SDK_VALIDATION_NETWORK])
    .on(&[FaultCheck::NetworkHostBits(check)]);

fn check<'a>(cx: &mut Context<'a>, net: Network<'a>, fault: &HostBits<'a>) {
    let HostBits(Block { text, cidr, .. }) = fault;
    let message = cidr_fault(text, CidrError::HostBits(*cidr), "networks");
    let finding = Finding::at(net.resource, network::CIDR_BLOCK, message);
    let is_accepted = net.is_accepted(cx, *cidr);
    let example = net.free_block(cx);
    cx.report(if is_accepted {
        let cidr = cidr.to_string();
        let help = |listed: &str| format!("use the network address {listed}");
        finding.suggest(network::CIDR_BLOCK, [cidr.as_str()], help).set(network::CIDR_BLOCK, cidr.as_str())
    } else {
        // The network address would not be accepted either.
        suggest_block(finding, example, |listed| format!("use the network address of a private CIDR block{listed}"))
    });
}
