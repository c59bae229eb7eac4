//! A peering must have at least one route.
//!
//! ## Why
//! The service sends traffic for the CIDR blocks in `routes` to the peer network, and accepts no connections from
//! anywhere else. Without routes, the peering connects nobody.
//! ## Example
//! ```json
//! { "kind": "Peering", "args": { "routes": [] } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Peering", "args": { "routes": ["172.20.0.0/16"] } }
//! ```

use crate::model::peering;
use crate::rules::faults::list::NoItems;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_PEERING])
    .on(&[FaultCheck::PeeringRouteCount(check)]);

fn check<'a>(cx: &mut Context<'a>, peering: Peering<'a>, NoItems: &NoItems) {
    let message = "`routes` is empty, so the peering connects no addresses";
    let help = "add the CIDR blocks of the peer network that clients connect from, such as `172.20.0.0/16`";
    cx.report(Finding::at(peering.resource, peering::ROUTES, message).help(help));
}
