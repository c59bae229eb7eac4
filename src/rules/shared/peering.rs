//! What several rules about peerings ask.

use std::collections::BTreeMap;

use crate::catalogue::rows::{CidrRole, CloudRow, IdentifierShape, PeerSide};
use crate::model::resource::State;
use crate::model::{network, peering};
use crate::net::Cidr;
use crate::rules::prelude::*;
use crate::rules::shared::regions::misspelt;
use crate::rules::shared::target::has_public_access;
use crate::value::identifier;

// ---- the cloud

/// The cloud of the peer network, when it is a known one.
pub(in crate::rules) fn cloud<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Option<&'static CloudRow> {
    let written = cx.text(resource, peering::PEER_RESOURCE_PROVIDER).known()?;
    cx.catalogue().cloud(written.trim())
}

/// The network of the service, when it is in the program.
pub(in crate::rules) fn network<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Option<&'a Resource> {
    cx.follow(resource, peering::NETWORK_ID).known()
}

/// The network of the service and the cloud that it is in, when both are known.
pub(in crate::rules) fn network_cloud<'a>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
) -> Option<(&'a Resource, &'static CloudRow)> {
    let net = network(cx, resource)?;
    let provider = cx.text(net, network::RESOURCE_PROVIDER).known()?;
    Some((net, cx.catalogue().cloud(provider.trim())?))
}

/// Whether the network is in another cloud than the one that is written. PEER003 reports that, and how the cloud spells
/// its regions and identifiers no longer matters then. To be asked last, so that nothing waits for the network without
/// need.
pub(in crate::rules) fn is_of_another_cloud<'a>(cx: &mut Context<'a>, resource: &'a Resource, cloud: Cloud) -> bool {
    network_cloud(cx, resource).is_some_and(|(_, row)| row.id != cloud)
}

/// Whether all that is written about the peer network suits a cloud, so that the cloud may be written without asking.
pub(in crate::rules) fn suits<'a>(cx: &mut Context<'a>, resource: &'a Resource, cloud: &CloudRow) -> bool {
    let mut text = |id| cx.text(resource, id).known();
    let region = text(peering::PEER_NETWORK_REGION);
    let (account, net) = (text(peering::PEER_ACCOUNT_ID), text(peering::PEER_NETWORK_ID));
    let (Some(region), Some(account), Some(net)) = (region, account, net) else { return false };
    let [of_account, of_network] = Identifier::of(cloud.id);
    let is_subscription = cloud.id == Cloud::Azure && is_subscription(account, net);
    (of_account.fits)(account)
        && (of_network.fits)(net)
        && !is_subscription
        && misspelt(cx, resource, peering::PEER_NETWORK_REGION, cloud, region).is_none()
        && !is_of_another_cloud(cx, resource, cloud.id)
}

// ---- identifiers

/// Whether a text has the shape of an identifier.
type Shape = fn(&str) -> bool;

/// An identifier of a peer network in one cloud.
pub(in crate::rules) struct Identifier {
    /// The property that it is written in.
    pub id: PropertyId,
    /// The name of the property.
    pub name: &'static str,
    /// Whether a text has its shape.
    pub fits: Shape,
    /// The row of the catalogue that describes it.
    row: fn(&PeerSide) -> &str,
}

impl Identifier {
    /// The account and the network.
    pub const fn of(cloud: Cloud) -> [Self; 2] {
        let (account, net): (Shape, Shape) = match cloud {
            Cloud::Aws => (identifier::is_aws_account_id, identifier::is_aws_vpc_id),
            Cloud::Gcp => (identifier::is_gcp_project_id, identifier::is_gcp_network_name),
            Cloud::Azure => (identifier::is_uuid, |text| identifier::subscription_of_azure_network(text).is_some()),
        };
        [
            Self {
                id: peering::PEER_ACCOUNT_ID,
                name: "peerAccountId",
                fits: account,
                row: |side| side.account.as_str(),
            },
            Self { id: peering::PEER_NETWORK_ID, name: "peerNetworkId", fits: net, row: |side| side.network.as_str() },
        ]
    }

    fn shape(&self, cx: &Context<'_>, cloud: Cloud) -> Option<&'static IdentifierShape> {
        let catalogue = cx.catalogue();
        catalogue.identifier_shape((self.row)(catalogue.peer_side(cloud)?))
    }
}

/// A text that does not have the shape of an identifier, and its problem without the help. `what` is what the
/// identifier is, with its article. Nothing for peer networks in other clouds.
pub(in crate::rules) fn misshapen<'a>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
    cloud: Cloud,
    identifier: &Identifier,
    what: &str,
) -> Option<(Finding<'a>, &'a str)> {
    self::cloud(cx, resource).filter(|row| row.id == cloud)?;
    let text = cx.text(resource, identifier.id).known()?;
    if (identifier.fits)(text) || is_of_another_cloud(cx, resource, cloud) {
        return None;
    }
    let message = match text.trim() {
        "" => format!("the `{}` is blank", identifier.name),
        trimmed if (identifier.fits)(trimmed) => format!("{} has white space around it", quoted(text)),
        _ => format!("{} is not {what}", quoted(text)),
    };
    Some((Finding::at(resource, identifier.id, message), text))
}

/// Completes the problem of an identifier with what to write: the same text spelt right, where that is clear, and
/// otherwise `instead`, or the shape.
pub(in crate::rules) fn spelt<'a>(
    cx: &Context<'a>,
    cloud: Cloud,
    identifier: &Identifier,
    (finding, text): (Finding<'a>, &str),
    instead: Option<String>,
) -> Finding<'a> {
    let trimmed = text.trim();
    let lower = trimmed.to_lowercase();
    if let Some(right) = [trimmed, lower.as_str()].into_iter().find(|text| (identifier.fits)(text)) {
        return finding.help(format!("write {}", quoted(right))).set(identifier.id, right);
    }
    let shape = identifier.shape(cx, cloud);
    let shape = shape.map_or_else(String::new, |row| format!("write {}, such as `{}`", row.shape, row.example));
    finding.help(instead.unwrap_or(shape))
}

/// Whether what is given as the tenant of an Azure network is the subscription that the network is in.
pub(in crate::rules) fn is_subscription(account: &str, net: &str) -> bool {
    let subscription = identifier::subscription_of_azure_network(net.trim());
    subscription.is_some_and(|subscription| subscription.eq_ignore_ascii_case(account.trim()))
}

// ---- routes and blocks

/// The routes of a peering that are texts, each with its place.
pub(in crate::rules) fn routes<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Vec<(PropertyPath<'a>, &'a str)> {
    let places: Vec<PropertyPath<'_>> =
        cx.items(resource, peering::ROUTES).known().map_or_else(Vec::new, Iterator::collect);
    places.into_iter().filter_map(|place| Some((place, cx.text(resource, place).known()?))).collect()
}

/// The blocks that the routes mean, each with its place. White space and host bits are PEER007's; a route that PEER008
/// wants to be another size says nothing about overlaps.
pub(in crate::rules) fn route_blocks<'a>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
) -> Vec<(PropertyPath<'a>, Cidr)> {
    let routes = routes(cx, resource);
    let meant = routes.into_iter().filter_map(|(place, text)| Some((place, Cidr::meant(text)?)));
    meant.filter(|(_, block)| fits(cx, *block)).collect()
}

/// Whether the prefix length of a route is one that the provider takes.
pub(in crate::rules) fn fits(cx: &Context<'_>, block: Cidr) -> bool {
    let range = cx.catalogue().address_limits().map(|limits| limits.route_prefix_length);
    range.is_none_or(|range| (range.min..=range.max).contains(&u32::from(block.prefix_length())))
}

/// Whether a block lies inside private address space.
pub(in crate::rules) fn is_private(cx: &Context<'_>, block: Cidr) -> bool {
    cx.catalogue().cidr_blocks(CidrRole::Private).any(|range| range.contains(block))
}

/// The block that a network of the service means by its `cidrBlock`, however it is spelt. Nothing for public networks,
/// which have none, and for blocks that have to be replaced by one of another size.
pub(in crate::rules) fn network_block<'a>(cx: &mut Context<'a>, net: &'a Resource) -> Option<Cidr> {
    let is_public = net.slot(network::PUBLIC_ACCESS).is_some_and(|slot| slot.state == State::Boolean(true));
    if is_public && has_public_access(cx) {
        return None;
    }
    let block = Cidr::meant(cx.text(net, network::CIDR_BLOCK).known()?)?;
    let range = cx.catalogue().address_limits().map(|limits| limits.network_prefix_length);
    range.is_none_or(|range| (range.min..=range.max).contains(&u32::from(block.prefix_length()))).then_some(block)
}

// ---- many peerings

/// A peer network: its account and its own identifier, without case and white space. Together they tell the cloud, so
/// that this does not have to be right.
pub(in crate::rules) type Peer = (String, String);

/// The peerings of the program, when there are several.
pub(in crate::rules) fn several<'a>(cx: &Context<'a>) -> Vec<&'a Resource> {
    let all: Vec<&Resource> = cx.program().of_kind(peering::KIND.name).collect();
    if all.len() > 1 { all } else { Vec::new() }
}

/// The peer network of a peering, when it is known which it is.
pub(in crate::rules) fn peer<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Option<Peer> {
    let mut key = |id| {
        let text = cx.text(resource, id).known()?.trim().to_lowercase();
        (!text.is_empty()).then_some(text)
    };
    let net = key(peering::PEER_NETWORK_ID)?;
    Some((key(peering::PEER_ACCOUNT_ID)?, net))
}

/// The peerings that share their peer network with another one, each group in the order of the program.
pub(in crate::rules) fn sharing<'a>(cx: &mut Context<'a>) -> Vec<Vec<&'a Resource>> {
    let mut groups: BTreeMap<Peer, Vec<&Resource>> = BTreeMap::new();
    for peering in several(cx) {
        if let Some(peer) = peer(cx, peering) {
            groups.entry(peer).or_default().push(peering);
        }
    }
    groups.into_values().filter(|group| group.len() > 1).collect()
}

/// The peerings with a peer network in one cloud, when the program is whole and has no resource that could be the
/// other side of any.
pub(in crate::rules) fn without_counterpart<'a>(cx: &mut Context<'a>, cloud: Cloud) -> Vec<&'a Resource> {
    let program = cx.program();
    if !program.is_whole || counterparts(cx, cloud).next().is_some() {
        return Vec::new();
    }
    of_cloud(cx, cloud)
}

/// The peerings with a peer network in one cloud.
pub(in crate::rules) fn of_cloud<'a>(cx: &mut Context<'a>, cloud: Cloud) -> Vec<&'a Resource> {
    let all = cx.program().of_kind(peering::KIND.name);
    all.filter(|peering| self::cloud(cx, peering).is_some_and(|row| row.id == cloud)).collect()
}

/// The resources of the program that are of the type which the other side of a peering needs.
pub(in crate::rules) fn counterparts<'a>(
    cx: &Context<'a>,
    cloud: Cloud,
) -> impl Iterator<Item = &'a Resource> + use<'a> {
    let wanted = cx.catalogue().peer_side(cloud).map(|side| &side.counterparts);
    let is_wanted = move |resource: &&Resource| {
        let name = resource.kind_name.rsplit(':').next().unwrap_or_default();
        resource.kind.is_none() && wanted.is_some_and(|wanted| wanted.iter().any(|one| one.as_str() == name))
    };
    cx.program().resources.iter().filter(is_wanted)
}
