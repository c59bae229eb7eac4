//! A cidrBlock is written with its network address.
//!
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
use crate::net::CidrError;
use crate::rules::prelude::*;
use crate::rules::shared::network::{cloud_that_is_exceeded, fits_service, private_text, write_block};

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Preview)
    .source(&[source::PROVIDER_NETWORK, source::PLUGIN_SDK_VALIDATION_NETWORK])
    .each_resource(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some((text, Err(CidrError::HostBits(block)))) = private_text(cx, resource) else { return };
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
