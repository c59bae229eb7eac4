//! Networks that are peered with the same peer network must not overlap.
//!
//! ## Why
//! The peer network has one route table, in which an address leads to one destination. AWS rejects the second peering;
//! on the other clouds, one of the networks cannot be reached.
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
use crate::rules::shared::peering::sharing;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_PRIVATE_ACCESS_AWS, source::CLOUD_KNOWLEDGE])
    .program(&[KindId::Peering], check);

fn check(cx: &mut Context<'_>) {
    for group in sharing(cx) {
        // Each network once, with the first of its peerings.
        let mut seen: BTreeSet<usize> = BTreeSet::new();
        let mut networks: Vec<(&Resource, &Resource, Cidr)> = Vec::new();
        for peering in group {
            let Some(own) = peering.network(cx).filter(|own| seen.insert(own.resource.index)) else { continue };
            if let Some(cidr) = own.meant_block(cx) {
                networks.push((peering.resource, own.resource, cidr));
            }
        }
        let cidrs: Vec<Cidr> = networks.iter().map(|(_, _, cidr)| *cidr).collect();
        for ((peering, own, cidr), first) in networks.iter().zip(first_overlaps(&cidrs)) {
            let Some((earlier, other, taken)) = first.and_then(|first| networks.get(first)) else { continue };
            let message = format!(
                "the network {} (`{cidr}`) overlaps the network {} (`{taken}`), which has the same peer network",
                quoted(&own.name),
                quoted(&other.name)
            );
            let help = "use a different CIDR block for each network; changing a CIDR block replaces the network";
            let finding = Finding::at(peering, peering::NETWORK_ID, message).help(help);
            let finding = finding.related_at(other, net::CIDR_BLOCK).about(earlier).about(own).confined();
            cx.report_conflict(own, Conflict::SharedPeer, finding);
        }
    }
}
