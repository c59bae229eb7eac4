//! ## What it checks
//! That no bits are set after the prefix: `cidrBlock` is written with its network address.
//! ## Why
//! The provider compares the block with its canonical form and refuses any other.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": "10.20.0.1/16" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": "10.20.0.0/16" } }
//! ```

use crate::model::network;
use crate::net::BlockError;
use crate::rules::net::shared::{cloud_that_is_exceeded, fits_service, private_text, write_block};
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "NET007",
    name: "host-bits-set",
    title: "A cidrBlock is written with its network address",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Preview,
    source: &[
        "EventStore/terraform-provider-eventstorecloud:esc/resource_network.go",
        "hashicorp/terraform-plugin-sdk:helper/validation/network.go",
    ],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Network], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some((text, Err(BlockError::HostBits(block)))) = private_text(cx, resource) else { return };
    // With a wrong prefix length, what comes after it says nothing: NET008 and NET010 are about that.
    if !fits_service(cx, block) || cloud_that_is_exceeded(cx, resource, block).is_some() {
        return;
    }
    let message = format!("{} has host bits set after its prefix", quoted(text));
    let finding =
        Finding::at(resource, network::CIDR_BLOCK, message).help(format!("write the network address: `{block}`"));
    let finding = write_block(cx, resource, finding, block);
    cx.report(finding);
}
