//! Every route must be an IPv4 CIDR block: four numbers, a slash and a prefix length, without white space, leading
//! zeros or bits set after the prefix.
//!
//! ## Why
//! The provider validates routes the way it validates the CIDR block of a network, and rejects any other spelling at
//! preview.
//! ## Example
//! ```json
//! { "kind": "Peering", "args": { "routes": ["172.20.0.5/16"] } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Peering", "args": { "routes": ["172.20.0.0/16"] } }
//! ```

use crate::net::CidrError;
use crate::rules::faults::peering::{Route, RouteFault};
use crate::rules::prelude::*;
use crate::rules::shared::network::{cidr_fault, is_in};
use crate::rules::shared::peering::route_lengths;

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[source::PROVIDER_PEERING, source::PLUGIN_SDK_VALIDATION_NETWORK])
    .on(&[FaultCheck::PeeringRoutes(check)]);

fn check<'a>(cx: &mut Context<'a>, peering: Peering<'a>, fault: &RouteFault<'a>) {
    let (path, message, meant) = match fault {
        RouteFault::Invalid(path, _, CidrError::Empty) => (*path, "a route must not be empty".to_string(), None),
        RouteFault::Invalid(path, text, error) => (*path, cidr_fault(text, *error, "peerings"), None),
        RouteFault::Padded(Route { path, text, cidr }) => {
            (*path, format!("{} has white space around it", quoted(text)), Some(*cidr))
        }
        RouteFault::HostBits(Route { path, text, cidr }) => {
            (*path, cidr_fault(text, CidrError::HostBits(*cidr), "peerings"), Some(*cidr))
        }
        RouteFault::PrefixLength(..) | RouteFault::NotPrivate(_) => return,
    };
    let finding = Finding::at(peering.resource, path, message);
    let is_accepted = |cidr| route_lengths(cx).is_none_or(|range| is_in(range, cidr));
    cx.report(match (meant, fault) {
        (Some(cidr), _) if is_accepted(cidr) => finding.use_value(path, cidr.to_string()),
        (_, RouteFault::Padded(_)) => finding.help("remove the white space"),
        _ => finding.help(
            "use a CIDR block of the peer network: its network address, a slash and a prefix length, as in \
             `172.20.0.0/16`",
        ),
    });
}
