//! What several rules about peerings ask.

use std::collections::BTreeMap;

use crate::catalogue::rows::{CloudRow, IdentifierShape, Range};
use crate::model::{network, peering};
use crate::net::Cidr;
use crate::rules::prelude::*;
use crate::rules::shared::network::{fits_provider, is_in, is_known_public};
use crate::rules::shared::regions::misspelled;
use crate::value::identifier;
use crate::value::spelling::all_of;

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

/// Whether the network is in another cloud than the one that is written.
///
/// Another rule reports that, and then it no longer matters how the cloud spells its regions and identifiers. To be asked
/// last, so that the network is not deferred needlessly.
pub(in crate::rules) fn is_of_another_cloud<'a>(cx: &mut Context<'a>, resource: &'a Resource, cloud: Cloud) -> bool {
    network_cloud(cx, resource).is_some_and(|(_, row)| row.id != cloud)
}

/// Whether all that is written about the peer network suits a cloud, so that the cloud may be written without asking.
pub(in crate::rules) fn suits<'a>(cx: &mut Context<'a>, resource: &'a Resource, cloud: &CloudRow) -> bool {
    let mut text = |id| cx.text(resource, id).known();
    let region = text(peering::PEER_NETWORK_REGION);
    let (account, net) = (text(peering::PEER_ACCOUNT_ID), text(peering::PEER_NETWORK_ID));
    let (Some(region), Some(account), Some(net)) = (region, account, net) else { return false };
    let is_subscription = cloud.id == Cloud::Azure && is_subscription(account, net);
    Identifier::ACCOUNT.fits(cloud.id, account)
        && Identifier::NETWORK.fits(cloud.id, net)
        && !is_subscription
        && misspelled(cx, resource, peering::PEER_NETWORK_REGION, cloud, region).is_none()
        && !is_of_another_cloud(cx, resource, cloud.id)
}

// ---- identifiers

/// An identifier of a peer network.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::rules) struct Identifier(PropertyId);

impl Identifier {
    /// The account that the peer network is in.
    pub const ACCOUNT: Self = Self(peering::PEER_ACCOUNT_ID);
    /// The peer network itself.
    pub const NETWORK: Self = Self(peering::PEER_NETWORK_ID);

    /// Whether a text has the shape of this identifier in a cloud.
    pub fn fits(self, cloud: Cloud, text: &str) -> bool {
        match (self == Self::ACCOUNT, cloud) {
            (true, Cloud::Aws) => identifier::is_aws_account_id(text),
            (true, Cloud::Gcp) => identifier::is_gcp_project_id(text),
            (true, Cloud::Azure) => identifier::is_uuid(text),
            (false, Cloud::Aws) => identifier::is_aws_vpc_id(text),
            (false, Cloud::Gcp) => identifier::is_gcp_network_name(text),
            (false, Cloud::Azure) => identifier::subscription_of_azure_network(text).is_some(),
        }
    }

    /// The shape that this identifier has in a cloud.
    fn shape(self, cx: &Context<'_>, cloud: Cloud) -> Option<&'static IdentifierShape> {
        let side = cx.catalogue().peer_side(cloud)?;
        let id = if self == Self::ACCOUNT { &side.account } else { &side.network };
        cx.catalogue().identifier_shape(id.as_str())
    }
}

/// What to do about a text that is not an identifier.
pub(in crate::rules) enum Instead {
    /// Use a value that is probably meant: the value, and the help that names it.
    Value(String, fn(&str) -> String),
    /// Look it up.
    Lookup(&'static str),
}

/// Reports an identifier that does not have the shape that it has in a cloud, for peer networks in this cloud.
///
/// `what` is what the identifier is, with its article, and `instead` what to do about a text other than writing the
/// shape.
pub(in crate::rules) fn check_identifier<'a>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
    (cloud, identifier): (Cloud, Identifier),
    what: &str,
    instead: impl FnOnce(&str) -> Option<Instead>,
) {
    if self::cloud(cx, resource).is_none_or(|row| row.id != cloud) {
        return;
    }
    let id = identifier.0;
    let Some(text) = cx.text(resource, id).known() else { return };
    let fits = |text: &str| identifier.fits(cloud, text);
    if fits(text) || is_of_another_cloud(cx, resource, cloud) {
        return;
    }
    let trimmed = text.trim();
    let message = match trimmed {
        "" => format!("`{}` is blank", PropertyPath::from(id).path(resource)),
        _ if fits(trimmed) => format!("{} has white space around it", quoted(text)),
        _ => format!("{} is not {what}", quoted(text)),
    };
    let finding = Finding::at(resource, id, message);
    let lower = trimmed.to_lowercase();
    let right = [trimmed, lower.as_str()].into_iter().find(|text| fits(text));
    cx.report(match (right, instead(text)) {
        (Some(right), _) => finding.use_value(id, right),
        (None, Some(Instead::Value(value, help))) => finding.suggest(id, [value], help),
        (None, Some(Instead::Lookup(help))) => finding.help(help),
        (None, None) => {
            let shape = identifier.shape(cx, cloud);
            finding.help(shape.map_or_else(String::new, |row| format!("use {}, such as `{}`", row.shape, row.example)))
        }
    });
}

/// Whether what is given as the tenant of an Azure network is the subscription that the network is in.
pub(in crate::rules) fn is_subscription(account: &str, net: &str) -> bool {
    let subscription = identifier::subscription_of_azure_network(net.trim());
    subscription.is_some_and(|subscription| subscription.eq_ignore_ascii_case(account.trim()))
}

// ---- routes and CIDR blocks

/// The routes of a peering that are strings, each with its path.
pub(in crate::rules) fn routes<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Vec<(PropertyPath<'a>, &'a str)> {
    let paths: Vec<PropertyPath<'_>> =
        cx.items(resource, peering::ROUTES).known().map_or_else(Vec::new, Iterator::collect);
    paths.into_iter().filter_map(|path| Some((path, cx.text(resource, path).known()?))).collect()
}

/// The CIDR blocks that the routes mean, each with its path.
///
/// White space and host bits do not matter here. A route whose prefix length is out of range has to be replaced, so
/// that it says nothing about overlaps.
pub(in crate::rules) fn route_cidrs<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Vec<(PropertyPath<'a>, Cidr)> {
    let routes = routes(cx, resource);
    let meant = routes.into_iter().filter_map(|(path, text)| Some((path, Cidr::meant(text)?)));
    meant.filter(|(_, cidr)| fits(cx, *cidr)).collect()
}

/// The prefix lengths that the provider accepts for routes.
pub(in crate::rules) fn route_lengths(cx: &Context<'_>) -> Option<Range> {
    Some(cx.catalogue().address_limits()?.route_prefix_length)
}

/// Whether the provider accepts the prefix length of a CIDR block for a route.
pub(in crate::rules) fn fits(cx: &Context<'_>, cidr: Cidr) -> bool {
    route_lengths(cx).is_none_or(|range| is_in(range, cidr))
}

/// The CIDR block that a network of the service means by its `cidrBlock`, however it is spelled.
///
/// Nothing for public networks, which have none, and for CIDR blocks that have to be replaced by one of another size.
pub(in crate::rules) fn network_cidr<'a>(cx: &mut Context<'a>, net: &'a Resource) -> Option<Cidr> {
    if is_known_public(cx, net) {
        return None;
    }
    let cidr = Cidr::meant(cx.text(net, network::CIDR_BLOCK).known()?)?;
    fits_provider(cx, cidr).then_some(cidr)
}

// ---- many peerings

/// A peer network: its account and its own identifier, without case and white space.
///
/// Together they tell the cloud, so that this does not have to be right.
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
    let all = cx.program().of_kind(peering::KIND.name);
    all.filter(|peering| self::cloud(cx, peering).is_some_and(|row| row.id == cloud)).collect()
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
