//! How the properties of a peering are read.

use crate::catalogue::rows::{Cloud, CloudRow};
use crate::model::kind::PropertyId;
use crate::model::path::PropertyPath;
use crate::model::peering;
use crate::model::resource::State;
use crate::net::{Cidr, CidrError};
use crate::rules::context::Context;
use crate::rules::faults::list::NoItems;
use crate::rules::faults::peering::{CloudFault, IdFault, NotAnId, OtherCloud, Route, RouteFault, Subscription};
use crate::rules::faults::region::{Code, Misspelled};
use crate::rules::reading::{Items, Reading};
use crate::rules::readings::list::{counted, each};
use crate::rules::readings::region::{is_spelled, spelled};
use crate::rules::shared::network::{is_in, is_private};
use crate::rules::shared::peering::route_lengths;
use crate::rules::views::{About, Network, Peering};
use crate::value::identifier;

/// A peer network: its account and its own identifier, without case and white space.
///
/// Together they tell the cloud, so that this does not have to be right.
pub type Peer = (String, String);

impl<'a> Peering<'a> {
    pub fn read_cloud(self, cx: &mut Context<'a>) -> Reading<&'static CloudRow, CloudFault<'a>> {
        let Some(written) = cx.text(self.resource, peering::PEER_RESOURCE_PROVIDER).known() else {
            return Reading::NOTHING;
        };
        let catalogue = cx.catalogue();
        match catalogue.cloud(written) {
            Some(cloud) if cloud.id.as_str() == written => Reading::good(cloud),
            Some(cloud) => Reading::with(cloud, [Some(CloudFault::Spelling(written, cloud))]),
            None => Reading { value: catalogue.cloud(written.trim()), faults: vec![CloudFault::Unknown(written)] },
        }
    }

    pub fn read_own_cloud(self, cx: &mut Context<'a>) -> Reading<(), OtherCloud<'a>> {
        let Some(peer) = self.cloud(cx).value else { return Reading::NOTHING };
        let Some((net, own)) = self.network_cloud(cx) else { return Reading::NOTHING };
        Reading::with((), [(own.id != peer.id).then_some(OtherCloud { peer, net: net.resource, own })])
    }

    pub fn read_region(self, cx: &mut Context<'a>) -> Reading<Code<'a>, Misspelled<'a>> {
        let Some(cloud) = self.cloud(cx).value else { return Reading::NOTHING };
        match cx.text(self.resource, peering::PEER_NETWORK_REGION).known() {
            Some(written) => spelled(cx, cloud, written),
            None => Reading::NOTHING,
        }
    }

    pub fn read_tenant(self, cx: &mut Context<'a>) -> Reading<(), Subscription> {
        if self.cloud(cx).value.is_none_or(|cloud| cloud.id != Cloud::Azure) {
            return Reading::NOTHING;
        }
        let Some(account) = cx.text(self.resource, peering::PEER_ACCOUNT_ID).known() else { return Reading::NOTHING };
        let Some(net) = cx.text(self.resource, peering::PEER_NETWORK_ID).known() else { return Reading::NOTHING };
        Reading::with((), [is_subscription(account, net).then_some(Subscription)])
    }

    pub fn read_account(self, cx: &mut Context<'a>) -> Reading<(), IdFault<'a>> {
        self.identifier(cx, peering::PEER_ACCOUNT_ID, is_account, |cloud, text| match cloud {
            // An ARN contains the id, and consoles show it with hyphens.
            Cloud::Aws => {
                let digits: String = text.chars().filter(char::is_ascii_digit).collect();
                is_account(cloud, &digits).then_some(NotAnId::Contains(digits))
            }
            Cloud::Gcp => text.bytes().all(|byte| byte.is_ascii_digit()).then_some(NotAnId::Number),
            Cloud::Azure => None,
        })
    }

    pub fn read_peer_network(self, cx: &mut Context<'a>) -> Reading<(), IdFault<'a>> {
        self.identifier(cx, peering::PEER_NETWORK_ID, is_network, |cloud, text| {
            let (_, last) = text.rsplit_once('/').filter(|_| cloud == Cloud::Gcp)?;
            is_network(cloud, last).then(|| NotAnId::Contains(last.to_string()))
        })
    }

    pub fn read_route_count(self, cx: &mut Context<'a>) -> Reading<usize, NoItems> {
        counted(cx, self.resource, peering::ROUTES)
    }

    pub fn read_routes(self, cx: &mut Context<'a>) -> Items<Route<'a>, RouteFault<'a>> {
        each(cx, self.resource, peering::ROUTES, |cx, path| match cx.text(self.resource, path).known() {
            Some(text) => route(cx, path, text),
            None => Reading::NOTHING,
        })
    }

    /// An identifier that has another shape in each cloud; `instead` is asked about a text that no spelling makes one.
    fn identifier(
        self,
        cx: &mut Context<'a>,
        id: PropertyId,
        fits: fn(Cloud, &str) -> bool,
        instead: impl FnOnce(Cloud, &str) -> Option<NotAnId<'a>>,
    ) -> Reading<(), IdFault<'a>> {
        let Some(cloud) = self.cloud(cx).value.map(|cloud| cloud.id) else { return Reading::NOTHING };
        let Some(text) = cx.text(self.resource, id).known() else { return Reading::NOTHING };
        if fits(cloud, text) {
            return Reading::good(());
        }
        let trimmed = text.trim();
        let lower = trimmed.to_lowercase();
        let id = match trimmed {
            "" => NotAnId::Blank,
            _ if fits(cloud, trimmed) => NotAnId::Padded(trimmed),
            _ if fits(cloud, &lower) => NotAnId::Lower(lower),
            _ => instead(cloud, text).unwrap_or(NotAnId::Other),
        };
        Reading::bad(IdFault { cloud, text, id })
    }

    /// The network of the service, when it is in the program.
    pub fn network(self, cx: &mut Context<'a>) -> Option<Network<'a>> {
        let net = cx.follow(self.resource, peering::NETWORK_ID).known()?;
        Network::of(cx, net)
    }

    /// The network of the service and the cloud that it is in, when both are known.
    pub fn network_cloud(self, cx: &mut Context<'a>) -> Option<(Network<'a>, &'static CloudRow)> {
        let net = self.network(cx)?;
        Some((net, net.cloud(cx).value?))
    }

    /// The network of the service, by its name in the program, and the id of the peer network as it is written. An unknown or
    /// secret value is not compared, and nothing is deferred for it.
    pub fn open_ends(self) -> Option<(&'a str, &'a str)> {
        let open = |id| self.resource.slot(id).filter(|slot| !slot.secret).map(|slot| &slot.state);
        match (open(peering::NETWORK_ID)?, open(peering::PEER_NETWORK_ID)?) {
            (State::Reference(net), State::Text(peer)) => Some((&net.name, peer)),
            _ => None,
        }
    }

    /// Whether all that is written about the peer network suits a cloud, so that the cloud may be written without asking.
    pub fn suits(self, cx: &mut Context<'a>, cloud: &CloudRow) -> bool {
        let told = [peering::PEER_NETWORK_REGION, peering::PEER_ACCOUNT_ID, peering::PEER_NETWORK_ID];
        told.into_iter().all(|id| cx.text(self.resource, id).known().is_some()) && self.may_suit(cx, cloud)
    }

    /// Whether what is known of the peer network suits a cloud.
    pub fn may_suit(self, cx: &mut Context<'a>, cloud: &CloudRow) -> bool {
        let region = cx.text(self.resource, peering::PEER_NETWORK_REGION).known();
        self.ids_suit(cx, cloud) && region.is_none_or(|region| is_spelled(cx, cloud, region))
    }

    /// Whether what is known of its account and network suits a cloud.
    fn ids_suit(self, cx: &mut Context<'a>, cloud: &CloudRow) -> bool {
        let mut text = |id| cx.text(self.resource, id).known();
        let (account, net) = (text(peering::PEER_ACCOUNT_ID), text(peering::PEER_NETWORK_ID));
        let is_subscription = account.zip(net).is_some_and(|(account, net)| is_subscription(account, net));
        account.is_none_or(|account| is_account(cloud.id, account))
            && net.is_none_or(|net| is_network(cloud.id, net))
            && !(cloud.id == Cloud::Azure && is_subscription)
    }

    /// Cloud and region, if each is written where the other should be.
    pub fn exchanged_cloud(self, cx: &mut Context<'a>, written: &'a str) -> Option<(&'static str, &'a str)> {
        let cloud = cx.catalogue().cloud(cx.text(self.resource, peering::PEER_NETWORK_REGION).known()?)?;
        cx.catalogue().region(cloud.id, written)?;
        let is_of_network = self.network_cloud(cx).is_none_or(|(_, own)| own.id == cloud.id);
        (is_of_network && self.ids_suit(cx, cloud)).then(|| (cloud.id.as_str(), written))
    }

    /// Account and network, if each is written where the other should be.
    pub fn exchanged(self, cx: &mut Context<'a>) -> Option<(&'a str, &'a str)> {
        let cloud = self.cloud(cx).value?.id;
        let account = cx.text(self.resource, peering::PEER_NETWORK_ID).known()?;
        let net = cx.text(self.resource, peering::PEER_ACCOUNT_ID).known()?;
        let is_right = is_account(cloud, account) && is_network(cloud, net);
        // On Google Cloud a text may be both.
        let is_wrong = !is_account(cloud, net) || !is_network(cloud, account);
        (is_right && is_wrong && !(cloud == Cloud::Azure && is_subscription(account, net))).then_some((account, net))
    }

    /// The peer network, when it is known which it is.
    pub fn peer(self, cx: &mut Context<'a>) -> Option<Peer> {
        let contained = |reading: &Reading<(), IdFault<'a>>| match reading.faults.as_slice() {
            [IdFault { id: NotAnId::Contains(id), .. }, ..] => Some(id.clone()),
            _ => None,
        };
        let contained = [contained(self.account(cx)), contained(self.peer_network(cx))];
        // What an identifier contains depends on the cloud.
        let is_certain = contained.iter().any(Option::is_some) && self.own_cloud(cx).is_faultless();
        let [account, net] = contained.map(|id| id.filter(|_| is_certain));
        if let Some((account, net)) = self.exchanged(cx) {
            return Some((account.to_lowercase(), net.to_lowercase()));
        }
        let mut key = |id, meant: Option<String>| {
            let written = cx.text(self.resource, id).known()?.trim().to_lowercase();
            (!written.is_empty()).then_some(meant.unwrap_or(written))
        };
        let net = key(peering::PEER_NETWORK_ID, net)?;
        Some((key(peering::PEER_ACCOUNT_ID, account)?, net))
    }

    /// The routes that are meant, however they are spelled: without those that have been reported and have to be replaced by
    /// some of another size.
    pub fn meant_routes(self, cx: &mut Context<'a>) -> Vec<(PropertyPath<'a>, Cidr)> {
        let range = route_lengths(cx);
        let routes = self.routes(cx).0.iter().enumerate();
        let meant = routes.filter_map(|(place, item)| Some((place, item.value?)));
        let is_replaced = |place: usize, cidr: Cidr| {
            range.is_some_and(|range| !is_in(range, cidr))
                && cx.is_item_reported(self.resource, About::PeeringRoutes, place)
        };
        let kept = meant.filter(|(place, route)| !is_replaced(*place, route.cidr));
        kept.map(|(_, route)| (route.path, route.cidr)).collect()
    }
}

fn route<'a>(cx: &Context<'a>, path: PropertyPath<'a>, text: &'a str) -> Reading<Route<'a>, RouteFault<'a>> {
    let (cidr, has_host_bits, error) = match Cidr::parse(text) {
        Ok(cidr) => (Some(cidr), false, None),
        Err(CidrError::HostBits(cidr)) => (Some(cidr), true, None),
        Err(error) => (Cidr::meant(text), false, Some(error)),
    };
    let Some(cidr) = cidr else {
        return Reading {
            value: None,
            faults: error.map(|error| RouteFault::Invalid(path, text, error)).into_iter().collect(),
        };
    };
    let route = Route { path, text, cidr };
    let range = route_lengths(cx).filter(|range| !is_in(*range, cidr));
    Reading::with(
        route,
        [
            error.map(|_| RouteFault::Padded(route)),
            range.map(|range| RouteFault::PrefixLength(route, range)),
            has_host_bits.then_some(RouteFault::HostBits(route)),
            (!is_private(cx, cidr)).then_some(RouteFault::NotPrivate(route)),
        ],
    )
}

/// Whether a text has the shape of an account in a cloud.
fn is_account(cloud: Cloud, text: &str) -> bool {
    match cloud {
        Cloud::Aws => identifier::is_aws_account_id(text),
        Cloud::Gcp => identifier::is_gcp_project_id(text),
        Cloud::Azure => identifier::is_uuid(text),
    }
}

/// Whether a text has the shape of a network in a cloud.
fn is_network(cloud: Cloud, text: &str) -> bool {
    match cloud {
        Cloud::Aws => identifier::is_aws_vpc_id(text),
        Cloud::Gcp => identifier::is_gcp_network_name(text),
        Cloud::Azure => identifier::subscription_of_azure_network(text).is_some(),
    }
}

/// Whether what is given as the tenant of an Azure network is the subscription that the network is in.
fn is_subscription(account: &str, net: &str) -> bool {
    let subscription = identifier::subscription_of_azure_network(net.trim());
    subscription.is_some_and(|subscription| subscription.eq_ignore_ascii_case(account.trim()))
}
