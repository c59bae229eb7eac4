//! The prefix length of a cidrBlock is one that the service allows.
//!
//! ## Why
//! The provider refuses anything outside its range. The guides disagree with it: some take smaller blocks, which only
//! the console can make, and one does not go as far as the largest.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": "10.20.0.0/25" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": "10.20.0.0/24" } }
//! ```

use crate::model::network;
use crate::net::CidrError;
use crate::rules::prelude::*;
use crate::rules::shared::network::{fits_service, lengths, private_text, resized, service_lengths};

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Preview)
    .source(&[source::PROVIDER_NETWORK, source::DOCS_PRIVATE_ACCESS_AWS, source::DOCS_AUTOMATION_TERRAFORM])
    .each_resource(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    // Host bits are nobody's concern while the prefix length is wrong.
    let Some((text, Ok(block) | Err(CidrError::HostBits(block)))) = private_text(cx, resource) else { return };
    if fits_service(cx, block) {
        return;
    }
    let (Some(range), Some(allowed)) = (service_lengths(cx), lengths(cx, resource)) else { return };
    let length = u32::from(block.prefix_length());
    let message =
        format!("{} has the prefix length {length}, where {} to {} is allowed", quoted(text), range.min, range.max);
    let console =
        cx.catalogue().address_limits().filter(|row| length > range.max && length <= row.console_max_prefix_length);
    let console = console.map_or("", |_| "; blocks this small can be made in the console only");
    let help = format!(
        "choose a prefix length from {} to {}, for example `{}`{console}",
        allowed.min,
        allowed.max,
        resized(cx, text, block, allowed)
    );
    cx.report(Finding::at(resource, network::CIDR_BLOCK, message).help(help));
}
