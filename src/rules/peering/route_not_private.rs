//! Every route must lie within one of the private address ranges of RFC 1918.
//!
//! ## Why
//! A peer network usually has private addresses, so a public route is most likely unintended. One of the provider's
//! examples has such a route: `172.250.0.0/24` looks private, but that range ends at `172.31.255.255`.
//! ## Example
//! ```json
//! { "kind": "Peering", "args": { "routes": ["172.250.0.0/24"] } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Peering", "args": { "routes": ["172.25.0.0/24"] } }
//! ```

use crate::rules::faults::peering::{Route, RouteFault};
use crate::rules::prelude::*;
use crate::rules::shared::network::{not_private, private_ranges};

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_EXAMPLE_AWS, source::DOCS_PRIVATE_ACCESS_AWS])
    .on(&[FaultCheck::PeeringRoutes(check)]);

fn check<'a>(cx: &mut Context<'a>, peering: Peering<'a>, fault: &RouteFault<'a>) {
    let RouteFault::NotPrivate(Route { path, text, cidr }) = fault else { return };
    let Some(message) = not_private(cx, text, *cidr) else { return };
    let help = format!("check the route; most peer networks are within {}", private_ranges(cx));
    cx.report(Finding::at(peering.resource, *path, message).help(help));
}
