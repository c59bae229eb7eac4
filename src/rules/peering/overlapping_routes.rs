//! Routes from one network must not overlap, whether within one peering or between several.
//!
//! ## Why
//! Within one peering, the narrower route adds nothing. Between two peerings, traffic to an address in both routes
//! reaches only one of the peer networks, and the program does not determine which one.
//! ## Example
//! ```json
//! { "kind": "Peering", "args": { "routes": ["172.20.0.0/16", "172.20.2.0/24"] } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Peering", "args": { "routes": ["172.20.0.0/16", "172.21.2.0/24"] } }
//! ```

use std::collections::{BTreeMap, BTreeSet};

use crate::model::peering;
use crate::net::{Cidr, first_overlaps};
use crate::rules::prelude::*;
use crate::rules::shared::peering::{Peer, peer, route_cidrs};

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::INFERENCE])
    .program(&[KindId::Peering], check);

type Route<'a> = (&'a Resource, PropertyPath<'a>, Cidr);

fn check(cx: &mut Context<'_>) {
    let mut routed: Vec<(&Resource, Vec<Route<'_>>)> = Vec::new();
    for peering in cx.program().of_kind(peering::KIND.name) {
        let routes = route_cidrs(cx, peering);
        if !routes.is_empty() {
            routed.push((peering, routes.into_iter().map(|(path, cidr)| (peering, path, cidr)).collect()));
        }
    }
    // Routes are compared within a network, as far as it is known which that is.
    let several = routed.len() > 1;
    let mut of_network: BTreeMap<Identity<'_>, Vec<Route<'_>>> = BTreeMap::new();
    let mut peers: BTreeSet<(Identity<'_>, Peer)> = BTreeSet::new();
    for (peering, routes) in routed {
        let own = if several { cx.identity(peering, peering::NETWORK_ID).filter(|own| !own.is_blank()) } else { None };
        // Two peerings of the same two networks have a rule of their own, so that the routes of the second are not
        // compared with those of the first.
        let known = own.and_then(|own| Some((own, peer(cx, peering)?)));
        match own {
            Some(own) if known.is_none_or(|known| peers.insert(known)) => {
                of_network.entry(own).or_default().extend(routes)
            }
            _ => compare(cx, &routes),
        }
    }
    for routes in of_network.values() {
        compare(cx, routes);
    }
}

fn compare<'a>(cx: &mut Context<'a>, routes: &[Route<'a>]) {
    let cidrs: Vec<Cidr> = routes.iter().map(|(_, _, cidr)| *cidr).collect();
    for ((peering, path, cidr), first) in routes.iter().zip(first_overlaps(&cidrs)) {
        let Some((other, earlier, taken)) = first.and_then(|first| routes.get(first)) else { continue };
        let overlap = format!("the route `{cidr}` overlaps `{taken}`, a route of");
        let (message, help) = if other.index == peering.index {
            (format!("{overlap} the same peering"), "remove the narrower of the two routes")
        } else {
            let message = format!("{overlap} the peering {} from the same network", quoted(&other.name));
            (message, "use only one of the two peerings for each address")
        };
        cx.report(Finding::at(peering, *path, message).help(help).related_at(other, *earlier).confined());
    }
}
