//! The prefix length of every route must be within the range that the provider accepts.
//!
//! ## Why
//! The provider rejects any other prefix length at preview. The range was smaller by one prefix length in older
//! versions of the provider.
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
use crate::rules::shared::network::{is_in, prefix_length_fault, resized};
use crate::rules::shared::peering::{route_lengths, routes};

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[source::PROVIDER_PEERING, source::PROVIDER_CHANGELOG])
    .each_resource(&[KindId::Peering], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(range) = route_lengths(cx) else { return };
    for (path, text) in routes(cx, resource) {
        let (Ok(cidr) | Err(CidrError::HostBits(cidr))) = Cidr::parse(text) else { continue };
        if is_in(range, cidr) {
            continue;
        }
        // A wider route than was written may be more than is meant.
        let help = match u32::from(cidr.prefix_length()) > range.max {
            true => "use a wider CIDR block that contains it",
            false => "use narrower CIDR blocks of the peer network",
        };
        let finding = Finding::at(resource, path, prefix_length_fault(text, cidr, range));
        cx.report(match resized(cx, text, cidr, range) {
            Some(example) => finding.suggest(path, [example.to_string()], |listed| format!("{help}, such as {listed}")),
            None => finding.help(help),
        });
    }
}
