//! A cidrBlock is not empty.
//!
//! ## Why
//! An empty string is not the same as leaving the property out: the provider checks it as a block and refuses it.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": "" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": "10.20.0.0/16" } }
//! ```

use crate::model::network;
use crate::net::{Cidr, CidrError};
use crate::rules::prelude::*;

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Preview)
    .source(&[source::PROVIDER_NETWORK, source::PLUGIN_SDK_VALIDATION_NETWORK, source::BRIDGE_SCHEMA])
    .each_resource(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(text) = cx.text(resource, network::CIDR_BLOCK).known() else { return };
    if Cidr::parse(text) != Err(CidrError::Empty) {
        return;
    }
    let finding = Finding::at(resource, network::CIDR_BLOCK, "the `cidrBlock` is empty");
    let is_public = cx.boolean(resource, network::PUBLIC_ACCESS).or(false);
    cx.report(match is_public {
        Some(true) => finding.help("leave `cidrBlock` out: a public network has none").remove(network::CIDR_BLOCK),
        _ => finding.help("give the network a private block of its own, such as `10.20.0.0/16`, that no network you will connect to it uses"),
    });
}
