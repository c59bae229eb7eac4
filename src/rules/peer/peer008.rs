//! ## What it checks
//! That the prefix length of every route is within the range that the provider allows.
//! ## Why
//! The provider refuses anything outside its range at preview. Its older versions took one prefix length less.
//! ## Example
//! ```json
//! { "kind": "Peering", "args": { "routes": ["172.20.0.0/29"] } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Peering", "args": { "routes": ["172.20.0.0/28"] } }
//! ```

use super::shared::{fits, is_private, routes};
use crate::net::{Block, BlockError};
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "PEER008",
    name: "route-prefix-length-out-of-range",
    title: "The prefix length of a route is one that the service allows",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Preview,
    source: &[
        "EventStore/terraform-provider-eventstorecloud:esc/resource_peering.go",
        "EventStore/terraform-provider-eventstorecloud:CHANGELOG.md",
    ],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Peering], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(range) = cx.catalogue().address_limits().map(|limits| limits.route_prefix_length) else { return };
    for (place, text) in routes(cx, resource) {
        let (Ok(block) | Err(BlockError::HostBits(block))) = Block::parse(text) else { continue };
        if fits(cx, block) {
            continue;
        }
        let length = u32::from(block.prefix_length());
        let message =
            format!("{} has the prefix length {length}, where {} to {} is allowed", quoted(text), range.min, range.max);
        let nearest = u8::try_from(length.max(range.min).min(range.max)).ok();
        let resized = nearest.and_then(|length| Block::resized(text, length)).filter(|block| is_private(cx, *block));
        let example = resized.map_or_else(String::new, |block| format!(", such as `{block}`"));
        // A wider route than was written may be more than is meant.
        let help = if length > range.max {
            format!("write the wider block that it is part of{example}")
        } else {
            format!("list the blocks of the peer network instead{example}")
        };
        cx.report(Finding::at(resource, place, message).help(help));
    }
}
