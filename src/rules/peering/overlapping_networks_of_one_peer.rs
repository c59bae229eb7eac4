//! Networks that are peered to one peer network do not overlap.
//!
//! ## Why
//! The peer network has one table of routes, and an address in it leads to one place. AWS refuses the second peering;
//! elsewhere one of the networks cannot be reached.
//! ## Example
//! ```json
//! { "resources": [
//!     { "kind": "Network", "name": "a", "args": { "cidrBlock": "10.20.0.0/16" } },
//!     { "kind": "Network", "name": "b", "args": { "cidrBlock": "10.20.128.0/17" } },
//!     { "kind": "Peering", "name": "a-apps", "args": { "networkId": { "ref": "a" } } },
//!     { "kind": "Peering", "name": "b-apps", "args": { "networkId": { "ref": "b" } } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "resources": [
//!     { "kind": "Network", "name": "a", "args": { "cidrBlock": "10.20.0.0/16" } },
//!     { "kind": "Network", "name": "b", "args": { "cidrBlock": "10.21.0.0/16" } },
//!     { "kind": "Peering", "name": "a-apps", "args": { "networkId": { "ref": "a" } } },
//!     { "kind": "Peering", "name": "b-apps", "args": { "networkId": { "ref": "b" } } }
//! ] }
//! ```

use std::collections::BTreeSet;

use crate::model::{network as net, peering};
use crate::net::{Cidr, first_overlaps};
use crate::rules::prelude::*;
use crate::rules::shared::peering::{network, network_block, sharing};

pub(super) const RULE: Rule = Rule::error()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Service)
    .source(&[source::DOCS_PRIVATE_ACCESS_AWS, source::CLOUD_KNOWLEDGE])
    .program(&[KindId::Peering], check);

fn check(cx: &mut Context<'_>) {
    for group in sharing(cx) {
        // Each network once, with the first of its peerings.
        let mut seen: BTreeSet<usize> = BTreeSet::new();
        let mut networks: Vec<(&Resource, &Resource, Cidr)> = Vec::new();
        for peering in group {
            let Some(own) = network(cx, peering).filter(|own| seen.insert(own.index)) else { continue };
            if let Some(block) = network_block(cx, own) {
                networks.push((peering, own, block));
            }
        }
        let blocks: Vec<Cidr> = networks.iter().map(|(_, _, block)| *block).collect();
        for ((peering, own, block), first) in networks.iter().zip(first_overlaps(&blocks)) {
            let Some((earlier, other, taken)) = first.and_then(|first| networks.get(first)) else { continue };
            let message = format!(
                "the network {} is `{block}`, which overlaps `{taken}` of {}, peered to the same network",
                quoted(&own.name),
                quoted(&other.name)
            );
            let help = "give each network a block of its own; a change of the block makes another network";
            let finding = Finding::at(peering, peering::NETWORK_ID, message).help(help);
            cx.report(finding.related_at(other, net::CIDR_BLOCK).about(earlier).about(own).confined());
        }
    }
}
