//! `cidrBlock` must not be empty.
//!
//! ## Why
//! An empty string is not the same as a property that is left out: the provider validates it as a CIDR block and
//! rejects it at preview.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": "" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": "10.20.0.0/16" } }
//! ```

use crate::model::network;
use crate::rules::faults::network::EmptyBlock;
use crate::rules::prelude::*;
use crate::rules::shared::network::suggest_block;
use crate::rules::shared::target::has_public_access;

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[source::PROVIDER_NETWORK, source::PLUGIN_SDK_VALIDATION_NETWORK, source::BRIDGE_SCHEMA])
    .on(&[FaultCheck::NetworkText(check)]);

fn check<'a>(cx: &mut Context<'a>, net: Network<'a>, fault: &EmptyBlock) {
    let EmptyBlock { is_public } = fault;
    let finding = Finding::at(net.resource, network::CIDR_BLOCK, "`cidrBlock` must not be empty");
    let example = net.free_block(cx);
    cx.report(match is_public {
        Some(true) if has_public_access(cx) => {
            finding.help("remove `cidrBlock`; a public network has none").remove(network::CIDR_BLOCK)
        }
        _ => suggest_block(finding, example, |listed| {
            format!("use a private CIDR block that does not overlap any network you will connect to this one{listed}")
        }),
    });
}
