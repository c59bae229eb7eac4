//! The prefix length of a route is one that the service allows.
//!
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

use crate::net::{Cidr, CidrError};
use crate::rules::prelude::*;
use crate::rules::shared::peering::{fits, is_private, routes};

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Preview)
    .source(&[source::PROVIDER_PEERING, source::PROVIDER_CHANGELOG])
    .each_resource(&[KindId::Peering], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(range) = cx.catalogue().address_limits().map(|limits| limits.route_prefix_length) else { return };
    for (place, text) in routes(cx, resource) {
        let (Ok(block) | Err(CidrError::HostBits(block))) = Cidr::parse(text) else { continue };
        if fits(cx, block) {
            continue;
        }
        let length = u32::from(block.prefix_length());
        let message =
            format!("{} has the prefix length {length}, where {} to {} is allowed", quoted(text), range.min, range.max);
        let nearest = u8::try_from(length.max(range.min).min(range.max)).ok();
        let resized = nearest.and_then(|length| Cidr::resized(text, length)).filter(|block| is_private(cx, *block));
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
