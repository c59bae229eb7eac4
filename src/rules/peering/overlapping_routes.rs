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
use crate::rules::readings::peering::Peer;
use crate::rules::shared::peering::peerings;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::INFERENCE])
    .program(&[KindId::Peering], check);

type Route<'a> = (&'a Resource, PropertyPath<'a>, Cidr);

fn check(cx: &mut Context<'_>) {
    let mut routed: Vec<(Peering<'_>, Vec<Route<'_>>)> = Vec::new();
    for peering in peerings(cx) {
        let routes = peering.meant_routes(cx);
        if !routes.is_empty() {
            let routes = routes.into_iter().map(|(path, cidr)| (peering.resource, path, cidr));
            routed.push((peering, routes.collect()));
        }
    }
    // Routes are compared within a network, as far as it is known which that is.
    let several = routed.len() > 1;
    let mut of_network: BTreeMap<Identity<'_>, Vec<Route<'_>>> = BTreeMap::new();
    let mut peers: BTreeSet<(Identity<'_>, Peer)> = BTreeSet::new();
    for (peering, routes) in routed {
        let own = if several { cx.identity(peering.resource, peering::NETWORK_ID) } else { None };
        let own = own.filter(|own| !own.is_blank());
        let known = own.and_then(|own| Some((own, peering.peer(cx)?)));
        // The routes of a peering that has to be merged into another one are not compared with those of that one.
        let is_merged = known.is_some_and(|known| !peers.insert(known))
            && cx.is_conflict_reported(peering.resource, Conflict::SameNetworks);
        match own {
            Some(own) if !is_merged => of_network.entry(own).or_default().extend(routes),
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
