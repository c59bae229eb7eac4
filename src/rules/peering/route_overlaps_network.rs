//! A route must not overlap the `cidrBlock` of any network that is connected to the same peer network.
//!
//! ## Why
//! An address that exists on both sides can be routed to only one of them, so the clouds reject such a peering. When
//! several peerings lead to the same peer network, the routes of each are compared with the networks of all of them,
//! because every one of these routes consists of addresses of that peer network. The CIDR block of a network cannot be
//! changed later, so an overlap that is found during the deployment is found too late.
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
use crate::rules::shared::peering::{peerings, sharing};

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::DOCS_PRIVATE_ACCESS_AWS, source::KURRENT_PACKAGE_LIVE_PEERING_AWS_TEST])
    .program(&[KindId::Peering], check);

fn check(cx: &mut Context<'_>) {
    // The peerings with a route that overlaps their own network: that route is not reported once more.
    let mut reported: BTreeSet<usize> = BTreeSet::new();
    for peering in peerings(cx) {
        let routes = peering.meant_routes(cx);
        if routes.is_empty() {
            continue;
        }
        let Some(own) = peering.network(cx) else { continue };
        let Some(cidr) = own.meant_block(cx) else { continue };
        let (peering, own) = (peering.resource, own.resource);
        for (path, route) in routes.into_iter().filter(|(_, route)| route.overlaps(cidr)) {
            reported.insert(peering.index);
            let message =
                format!("the route `{route}` overlaps `{cidr}`, the `cidrBlock` of the network {}", quoted(&own.name));
            let finding = Finding::at(peering, path, message).help(HELP);
            cx.report(finding.related_at(own, net::CIDR_BLOCK).confined());
        }
    }
    for group in sharing(cx) {
        check_group(cx, &group, &reported);
    }
}

const HELP: &str = "choose CIDR blocks that do not overlap; the CIDR block of a network cannot be changed later";

/// Checks peerings of several networks that lead to one peer network.
fn check_group<'a>(cx: &mut Context<'a>, group: &[Peering<'a>], reported: &BTreeSet<usize>) {
    // By network, in the order of the program, with the first of its peerings.
    let mut networks: BTreeMap<usize, (&Resource, &Resource, Cidr)> = BTreeMap::new();
    let mut reported_networks: BTreeSet<usize> = BTreeSet::new();
    let mut routes: Vec<(&Resource, PropertyPath<'_>, Owned)> = Vec::new();
    for peering in group.iter().copied() {
        let own = peering.network(cx);
        // Whose a network outside the program is does not matter: its routes are not compared with its CIDR block.
        let owner = own.map_or(usize::MAX, |own| own.resource.index);
        let cidrs = peering.meant_routes(cx);
        let peering = peering.resource;
        routes.extend(cidrs.into_iter().map(|(path, block)| (peering, path, Owned { cidr: block, owner })));
        let Some(own) = own else { continue };
        if reported.contains(&peering.index) {
            reported_networks.insert(own.resource.index);
        } else if let Some(cidr) = own.meant_block(cx) {
            networks.entry(own.resource.index).or_insert((peering, own.resource, cidr));
        }
    }
    networks.retain(|own, _| !reported_networks.contains(own));
    let asked: Vec<Owned> = networks.iter().map(|(owner, (_, _, cidr))| Owned { cidr: *cidr, owner: *owner }).collect();
    let others: Vec<Owned> = routes.iter().map(|(_, _, owned)| *owned).collect();
    for ((peering, own, cidr), first) in networks.values().zip(first_of_others(&asked, &others)) {
        let Some((other, path, owned)) = first.and_then(|first| routes.get(first)) else { continue };
        let message = format!(
            "the network {} (`{cidr}`) overlaps `{}`, a route of the peering {} to the same peer network",
            quoted(&own.name),
            owned.cidr,
            quoted(&other.name)
        );
        let finding = Finding::at(peering, peering::NETWORK_ID, message).help(HELP);
        cx.report(finding.related_at(other, *path).related_at(own, net::CIDR_BLOCK).confined());
    }
}
