//! ## What it checks
//! That the prefix length of `cidrBlock` is within the range that the provider allows.
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
use crate::net::BlockError;
use crate::rules::net::shared::{fits_service, lengths, private_text, resized, service_lengths};
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "NET008",
    name: "prefix-length-out-of-range",
    title: "The prefix length of a cidrBlock is one that the service allows",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Preview,
    source: &[
        "EventStore/terraform-provider-eventstorecloud:esc/resource_network.go",
        "kurrent-io/documentation:docs/cloud/getting-started/private-access/aws.md",
        "kurrent-io/documentation:docs/cloud/automation/terraform.md",
    ],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Network], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    // Host bits are nobody's concern while the prefix length is wrong.
    let Some((text, Ok(block) | Err(BlockError::HostBits(block)))) = private_text(cx, resource) else { return };
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
