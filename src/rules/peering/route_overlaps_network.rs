//! No route overlaps a network of the service that is peered to it.
//!
//! ## Why
//! An address that is on both sides can be sent to one of them only, so the clouds refuse to peer such networks. The
//! block of a network can never be changed, so this is found out too late.
//! ## Example
//! ```json
//! { "resources": [
//!     { "kind": "Network", "name": "net", "args": { "cidrBlock": "10.20.0.0/16" } },
//!     { "kind": "Peering", "name": "apps", "args": { "networkId": { "ref": "net" }, "routes": ["10.20.4.0/24"] } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "resources": [
//!     { "kind": "Network", "name": "net", "args": { "cidrBlock": "10.20.0.0/16" } },
//!     { "kind": "Peering", "name": "apps", "args": { "networkId": { "ref": "net" }, "routes": ["10.21.4.0/24"] } }
//! ] }
//! ```

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{network as net, peering};
use crate::net::{Cidr, Owned, first_of_others};
use crate::rules::prelude::*;
use crate::rules::shared::peering::{network, network_block, route_blocks, sharing};

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Service)
    .source(&[source::DOCS_PRIVATE_ACCESS_AWS, source::KURRENT_PACKAGE_LIVE_PEERING_AWS_TEST])
    .program(&[KindId::Peering], check);

fn check(cx: &mut Context<'_>) {
    // The peerings with a route that overlaps their own network: it need not be told of that route once more.
    let mut told: BTreeSet<usize> = BTreeSet::new();
    for peering in cx.program().of_kind(peering::KIND.name) {
        let routes = route_blocks(cx, peering);
        if routes.is_empty() {
            continue;
        }
        let Some(own) = network(cx, peering) else { continue };
        let Some(block) = network_block(cx, own) else { continue };
        for (place, route) in routes.into_iter().filter(|(_, route)| route.overlaps(block)) {
            told.insert(peering.index);
            let message =
                format!("the route `{route}` overlaps `{block}`, the block of the network {}", quoted(&own.name));
            let finding = Finding::at(peering, place, message).help(HELP);
            cx.report(finding.related_at(own, net::CIDR_BLOCK).confined());
        }
    }
    for group in sharing(cx) {
        through_their_peer(cx, &group, &told);
    }
}

const HELP: &str = "choose blocks that do not overlap; the block of a network of the service cannot be changed later";

/// Peerings of several networks that go to one peer network.
fn through_their_peer<'a>(cx: &mut Context<'a>, group: &[&'a Resource], told: &BTreeSet<usize>) {
    // By network, in the order of the program, with the first of its peerings.
    let mut networks: BTreeMap<usize, (&Resource, &Resource, Cidr)> = BTreeMap::new();
    let mut settled: BTreeSet<usize> = BTreeSet::new();
    let mut routes: Vec<(&Resource, PropertyPath<'_>, Owned)> = Vec::new();
    for peering in group.iter().copied() {
        let own = network(cx, peering);
        // Whose a network outside the program is does not matter: its routes are not compared with its block.
        let owner = own.map_or(usize::MAX, |own| own.index);
        let blocks = route_blocks(cx, peering);
        routes.extend(blocks.into_iter().map(|(place, block)| (peering, place, Owned { cidr: block, owner })));
        let Some(own) = own else { continue };
        if told.contains(&peering.index) {
            settled.insert(own.index);
        } else if let Some(block) = network_block(cx, own) {
            networks.entry(own.index).or_insert((peering, own, block));
        }
    }
    networks.retain(|own, _| !settled.contains(own));
    let asked: Vec<Owned> =
        networks.iter().map(|(owner, (_, _, block))| Owned { cidr: *block, owner: *owner }).collect();
    let blocks: Vec<Owned> = routes.iter().map(|(_, _, owned)| *owned).collect();
    for ((peering, own, block), first) in networks.values().zip(first_of_others(&asked, &blocks)) {
        let Some((other, place, owned)) = first.and_then(|first| routes.get(first)) else { continue };
        let message = format!(
            "the network {} is `{block}`, which overlaps `{}`, a route of {} to the same peer network",
            quoted(&own.name),
            owned.cidr,
            quoted(&other.name)
        );
        let finding = Finding::at(peering, peering::NETWORK_ID, message).help(HELP);
        cx.report(finding.related_at(other, *place).related_at(own, net::CIDR_BLOCK).confined());
    }
}
