//! The CIDR blocks of networks in one region must not overlap.
//!
//! ## Why
//! Older documentation forbids overlaps, and two networks that overlap can never be peered with the same network of
//! yours. The CIDR block of a network cannot be changed later.
//! ## Example
//! ```json
//! { "resources": [
//!     { "kind": "Network", "name": "a", "args": { "cidrBlock": "10.0.0.0/16" } },
//!     { "kind": "Network", "name": "b", "args": { "cidrBlock": "10.0.128.0/17" } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "resources": [
//!     { "kind": "Network", "name": "a", "args": { "cidrBlock": "10.0.0.0/16" } },
//!     { "kind": "Network", "name": "b", "args": { "cidrBlock": "10.1.0.0/17" } }
//! ] }
//! ```

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{network, peering};
use crate::net::{Cidr, first_overlaps};
use crate::rules::prelude::*;
use crate::rules::readings::network::Place;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::ARCHIVED_PROVISION_GUIDE, source::DOCS_PRIVATE_ACCESS_AWS])
    .program(&[KindId::Network], check);

fn check(cx: &mut Context<'_>) {
    let mut regions: BTreeMap<Place<'_>, Vec<(Cidr, &Resource)>> = BTreeMap::new();
    for resource in cx.program().of_kind(network::KIND.name) {
        // What is reported of a block that is none comes first.
        if cx.is_reported(resource, About::NetworkText) {
            continue;
        }
        let Some(net) = Network::of(cx, resource) else { continue };
        let Some(block) = net.cidr_block(cx).value else { continue };
        let Some(place) = net.place(cx) else { continue };
        regions.entry(place).or_default().push((block.cidr, resource));
    }
    let peers = peers(cx);
    for networks in regions.into_values() {
        let cidrs: Vec<Cidr> = networks.iter().map(|(cidr, _)| *cidr).collect();
        for ((cidr, net), first) in networks.iter().zip(first_overlaps(&cidrs)) {
            let Some((other_cidr, other)) = first.and_then(|index| networks.get(index)) else { continue };
            let of = |net: &Resource| peers.get(net.name.as_str());
            let is_one_peer = of(net).zip(of(other)).is_some_and(|(a, b)| !a.is_disjoint(b));
            // Networks with one peer network are in each other's way, which says more where it has been reported.
            if is_one_peer && [net, other].iter().any(|net| cx.is_conflict_reported(net, Conflict::SharedPeer)) {
                continue;
            }
            let message =
                format!("`{cidr}` overlaps `{other_cidr}` of the network {} in the same region", quoted(&other.name));
            let finding = Finding::at(net, network::CIDR_BLOCK, message).related_at(other, network::CIDR_BLOCK);
            let finding =
                finding.help("choose a CIDR block that overlaps no other network; it cannot be changed later");
            cx.report(finding.confined());
        }
    }
}

/// The networks of the user's own that each network is peered with.
fn peers<'a>(cx: &Context<'a>) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let mut peers: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for resource in cx.program().of_kind(peering::KIND.name) {
        let ends = Peering::of(cx, resource).and_then(Peering::open_ends);
        if let Some((net, peer)) = ends {
            peers.entry(net).or_default().insert(peer);
        }
    }
    peers
}
