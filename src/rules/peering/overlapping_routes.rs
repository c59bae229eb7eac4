//! Routes of one network do not overlap.
//!
//! ## Why
//! Within one peering, the narrower route says nothing new. Between two of them, an address leads to one peer network
//! only, and which one is not for the program to say.
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
use crate::rules::shared::peering::{Peer, peer, route_blocks};

pub(super) const RULE: Rule =
    Rule::warning().confidence(Confidence::Medium).source(&[source::INFERENCE]).program(&[KindId::Peering], check);

type Route<'a> = (&'a Resource, PropertyPath<'a>, Cidr);

fn check(cx: &mut Context<'_>) {
    let mut routed: Vec<(&Resource, Vec<Route<'_>>)> = Vec::new();
    for peering in cx.program().of_kind(peering::KIND.name) {
        let routes = route_blocks(cx, peering);
        if !routes.is_empty() {
            routed.push((peering, routes.into_iter().map(|(place, block)| (peering, place, block)).collect()));
        }
    }
    // Routes are compared within a network, as far as it is known which that is.
    let several = routed.len() > 1;
    let mut of_network: BTreeMap<Identity<'_>, Vec<Route<'_>>> = BTreeMap::new();
    let mut peers: BTreeSet<(Identity<'_>, Peer)> = BTreeSet::new();
    for (peering, routes) in routed {
        let own = if several { cx.identity(peering, peering::NETWORK_ID).filter(|own| !own.is_blank()) } else { None };
        // Of two peerings to one peer network PEER017 says that they are one: what they have in common is no news.
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
    let blocks: Vec<Cidr> = routes.iter().map(|(_, _, block)| *block).collect();
    for ((peering, place, block), first) in routes.iter().zip(first_overlaps(&blocks)) {
        let Some((other, earlier, taken)) = first.and_then(|first| routes.get(first)) else { continue };
        let finding = if other.index == peering.index {
            Finding::at(peering, *place, format!("the route `{block}` overlaps `{taken}`, a route of the same peering"))
                .help("leave the narrower one out")
        } else {
            let message = format!(
                "the route `{block}` overlaps `{taken}`, a route of {} from the same network",
                quoted(&other.name)
            );
            Finding::at(peering, *place, message).help("give each address to one of the two peerings")
        };
        cx.report(finding.related_at(other, *earlier).confined());
    }
}
