//! What several rules about peerings ask.

use std::collections::BTreeMap;

use crate::catalogue::rows::{CloudRow, Range};
use crate::model::peering;
use crate::model::verdict::taken_range;
use crate::net::Cidr;
use crate::rules::faults::peering::{IdFault, NotAnId};
use crate::rules::prelude::*;
use crate::value::spelling::all_of;

/// The finding of an identifier that does not have the shape that it has in the cloud of the peer network.
///
/// `what` is what the identifier is, with its article. It has the identifier that is meant as its fix where that is
/// certain, and help that says what the identifier looks like elsewhere.
pub(in crate::rules) fn not_an_id<'a>(
    cx: &mut Context<'a>,
    peering: Peering<'a>,
    id: PropertyId,
    fault: &IdFault<'a>,
    what: &str,
) -> Finding<'a> {
    let resource = peering.resource;
    let message = match fault.id {
        NotAnId::Blank => format!("`{}` is blank", PropertyPath::from(id).path(resource)),
        NotAnId::Padded(_) => format!("{} has white space around it", quoted(fault.text)),
        _ => format!("{} is not {what}", quoted(fault.text)),
    };
    let finding = Finding::at(resource, id, message);
    if let Some((account, net)) = peering.exchanged(cx) {
        let finding = finding.swapped("peerAccountId", "peerNetworkId");
        return finding.set(peering::PEER_ACCOUNT_ID, account).set(peering::PEER_NETWORK_ID, net);
    }
    match &fault.id {
        NotAnId::Padded(right) => return finding.use_value(id, *right),
        NotAnId::Lower(right) => return finding.use_value(id, right.as_str()),
        _ => {}
    }
    let side = cx.catalogue().peer_side(fault.cloud);
    let shape = side.map(|side| if id == peering::PEER_ACCOUNT_ID { &side.account } else { &side.network });
    let shape = shape.and_then(|shape| cx.catalogue().identifier_shape(shape.as_str()));
    finding.help(shape.map_or_else(String::new, |row| format!("use {}, such as `{}`", row.shape, row.example)))
}

/// The prefix lengths that the provider accepts for routes.
pub(in crate::rules) fn route_lengths(cx: &Context<'_>) -> Option<Range> {
    let documented = cx.catalogue().address_limits()?.route_prefix_length;
    Some(taken_range(&cx.settings().target, &peering::KIND, peering::ROUTES).unwrap_or(documented))
}

// ---- many peerings

/// The peerings of the program.
pub(in crate::rules) fn peerings<'a>(cx: &Context<'a>) -> Vec<Peering<'a>> {
    cx.program().of_kind(peering::KIND.name).filter_map(|resource| Peering::of(cx, resource)).collect()
}

/// The routes of all peerings of the program, as far as it is clear which are meant.
pub(in crate::rules) fn taken_by_routes(cx: &mut Context<'_>) -> Vec<Cidr> {
    let mut taken = Vec::new();
    for peering in peerings(cx) {
        taken.extend(peering.routes(cx).values().map(|route| route.cidr));
    }
    taken
}

/// The peerings that share their peer network with another one, each group in the order of the program.
pub(in crate::rules) fn sharing<'a>(cx: &mut Context<'a>) -> Vec<Vec<Peering<'a>>> {
    let all = peerings(cx);
    if all.len() < 2 {
        return Vec::new();
    }
    let mut groups: BTreeMap<_, Vec<Peering<'_>>> = BTreeMap::new();
    for peering in all {
        if let Some(peer) = peering.peer(cx) {
            groups.entry(peer).or_default().push(peering);
        }
    }
    groups.into_values().filter(|group| group.len() > 1).collect()
}

/// Reports each peering with a peer network in one cloud, when nothing in the program could be its other side.
///
/// Nothing is known of the other side when the program is only a part. `help` is given the type of the missing resource
/// and the keys of `providerMetadata` that it needs.
pub(in crate::rules) fn check_counterpart(
    cx: &mut Context<'_>,
    cloud: Cloud,
    message: &str,
    help: impl Fn(&str, &str) -> String,
) {
    let program = cx.program();
    let Some(side) = cx.catalogue().peer_side(cloud) else { return };
    if !program.is_whole || counterparts(cx, cloud).next().is_some() {
        return;
    }
    let keys: Vec<&str> = side.metadata_keys.iter().map(|key| key.as_str()).collect();
    for peering in of_cloud(cx, cloud) {
        cx.report(Finding::on(peering, "", message).help(help(&quoted(side.counterpart()), &all_of(&keys))));
    }
}

/// The peerings with a peer network in one cloud.
pub(in crate::rules) fn of_cloud<'a>(cx: &mut Context<'a>, cloud: Cloud) -> Vec<&'a Resource> {
    let is_there = |row: &&CloudRow| row.id == cloud;
    let all = peerings(cx).into_iter();
    all.filter(|peering| peering.cloud(cx).value.as_ref().is_some_and(is_there))
        .map(|peering| peering.resource)
        .collect()
}

/// The resources of the program that are of a type which the other side of a peering needs.
pub(in crate::rules) fn counterparts<'a>(
    cx: &Context<'a>,
    cloud: Cloud,
) -> impl Iterator<Item = &'a Resource> + use<'a> {
    let wanted = cx.catalogue().peer_side(cloud).map(|side| &side.counterparts);
    let is_wanted = move |resource: &&Resource| {
        let name = resource.kind_name.rsplit(':').next().unwrap_or_default();
        resource.kind.is_none()
            && wanted.is_some_and(|wanted| wanted.iter().any(|counterpart| counterpart.as_str() == name))
    };
    cx.program().resources.iter().filter(is_wanted)
}
