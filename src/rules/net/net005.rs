//! ## What it checks
//! That `cidrBlock` is not the empty string.
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
use crate::net::{Block, BlockError};
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "NET005",
    name: "empty-cidr-block",
    title: "A cidrBlock is not empty",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Preview,
    source: &[
        "EventStore/terraform-provider-eventstorecloud:esc/resource_network.go",
        "hashicorp/terraform-plugin-sdk:helper/validation/network.go",
        "pulumi/pulumi-terraform-bridge:pkg/tfbridge/schema.go",
    ],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Network], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(text) = cx.text(resource, network::CIDR_BLOCK).known() else { return };
    if Block::parse(text) != Err(BlockError::Empty) {
        return;
    }
    let finding = Finding::at(resource, network::CIDR_BLOCK, "the `cidrBlock` is empty");
    let is_public = cx.boolean(resource, network::PUBLIC_ACCESS).or(false);
    cx.report(match is_public {
        Some(true) => finding.help("leave `cidrBlock` out: a public network has none").remove(network::CIDR_BLOCK),
        _ => finding.help("give the network a private block of its own, such as `10.20.0.0/16`, that no network you will connect to it uses"),
    });
}
