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

use crate::net::Cidr;
use crate::rules::faults::peering::{Route, RouteFault};
use crate::rules::prelude::*;
use crate::rules::shared::network::{networks, prefix_length_fault, resized};

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[source::PROVIDER_PEERING, source::PROVIDER_CHANGELOG])
    .on(&[FaultCheck::PeeringRoutes(check)]);

fn check<'a>(cx: &mut Context<'a>, peering: Peering<'a>, fault: &RouteFault<'a>) {
    let RouteFault::PrefixLength(Route { path, text, cidr }, range) = fault else { return };
    // A wider route than was written may be more than is meant.
    let help = match u32::from(cidr.prefix_length()) > range.max {
        true => "use a wider CIDR block that contains it",
        false => "use narrower CIDR blocks of the peer network",
    };
    let finding = Finding::at(peering.resource, *path, prefix_length_fault(text, *cidr, *range));
    let networks = networks(cx, None);
    let is_free = |route: &Cidr| !networks.iter().any(|network| network.overlaps(*route));
    cx.report(match resized(cx, text, *cidr, *range).filter(is_free) {
        Some(example) => finding.suggest(*path, [example.to_string()], |listed| format!("{help}, such as {listed}")),
        None => finding.help(help),
    });
}
