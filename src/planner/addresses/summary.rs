//! What is said about a plan: every network with its reasons, what is left, and the routes of the peerings.

use std::collections::{BTreeMap, BTreeSet};

use super::help::{Helper, Taken};
use super::limits::{Limits, MAX_POOLS, addresses};
use super::place::{Outcome, Placed};
use super::plan::{
    AddressDiagnostic, AddressPlan, FreeCidrs, MAX_FREE_CIDRS, MovedNetwork, NetworkStatus, PeerRoutes, PeeringRoute,
    PlannedArgs, PlannedNetwork, PoolSummary, ReleasedNetwork, UnplacedNetwork,
};
use super::request::{Pool, Request, Reserved};
use super::tries::Tries;
use super::wanted::{Growth, Wanted};
use crate::catalogue::Catalogue;
use crate::catalogue::rows::CidrRole;
use crate::collect;
use crate::net::{Cidr, FreeSpace, Owned, by_address, each_overlap, first_of_others};
use crate::value::spelling::quoted;

/// A network that has a CIDR block.
struct Network<'a> {
    wanted: &'a Wanted,
    outcome: Outcome,
    cidr: Cidr,
    /// The places of the networks that share addresses with it.
    overlaps: BTreeSet<usize>,
}

pub(super) fn summarize(request: &Request, placed: &Placed, catalogue: &Catalogue) -> AddressPlan {
    let mut networks: Vec<Network<'_>> = request
        .wanted
        .iter()
        .zip(&placed.outcomes)
        .filter_map(|(wanted, outcome)| {
            Some(Network { wanted, outcome: *outcome, cidr: outcome.cidr()?, overlaps: BTreeSet::new() })
        })
        .collect();
    note_overlaps(&mut networks);
    let pools = PoolIndex::of(&request.pools);
    let peers = peers(request);
    let mut diagnostics = diagnostics(request, placed, &networks, &pools, catalogue);
    diagnostics.extend(unroutable(&peers, catalogue));
    let unplaced = unplaced(request, placed, &networks, catalogue);
    AddressPlan {
        ok: diagnostics.is_empty() && unplaced.is_empty(),
        networks: planned(&networks, &pools),
        released: released(request),
        moved: networks.iter().filter_map(moved).collect(),
        unplaced,
        diagnostics,
        free: request.pools.iter().map(|pool| free(pool, placed)).collect(),
        pools: request.pools.iter().map(|pool| summary(pool, placed)).collect(),
        routes: networks.iter().flat_map(routes).collect(),
        peers: peers.into_iter().map(ReservedOfPeer::routes).collect(),
    }
}

/// The pools in address order, to find the one around a CIDR block.
struct PoolIndex<'a>(BTreeMap<u32, &'a Pool>);

impl<'a> PoolIndex<'a> {
    fn of(pools: &'a [Pool]) -> Self {
        Self(collect::map(pools.iter().map(|pool| (u32::from(pool.cidr.first()), pool))))
    }

    /// The pool that a CIDR block is inside of. Pools do not overlap, so only the one that begins last before it can
    /// be.
    fn containing(&self, cidr: Cidr) -> Option<&'a Pool> {
        let (_, pool) = self.0.range(..=u32::from(cidr.first())).next_back()?;
        pool.cidr.contains(cidr).then_some(*pool)
    }
}

fn note_overlaps(networks: &mut [Network<'_>]) {
    let cidrs: Vec<Cidr> = networks.iter().map(|network| network.cidr).collect();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    // The function cannot fail, so there is no error to pass on.
    let _: Result<(), std::convert::Infallible> = each_overlap(&cidrs, |outer, inner| {
        pairs.push((outer, inner));
        Ok(())
    });
    for (a, b) in pairs {
        for (of, other) in [(a, b), (b, a)] {
            if let Some(network) = networks.get_mut(of) {
                network.overlaps.insert(other);
            }
        }
    }
}

fn planned(networks: &[Network<'_>], pools: &PoolIndex<'_>) -> Vec<PlannedNetwork> {
    let name = |place: &usize| networks.get(*place).map(|network| network.wanted.name.clone());
    let places = by_address(networks.iter().map(|network| network.cidr));
    let mut neighbours: BTreeMap<usize, (Option<usize>, Option<usize>)> = BTreeMap::new();
    for pair in places.windows(2) {
        if let [before, after] = pair {
            neighbours.entry(*before).or_default().1 = Some(*after);
            neighbours.entry(*after).or_default().0 = Some(*before);
        }
    }
    let networks = networks.iter().enumerate().map(|(place, network)| {
        let Network { wanted, outcome, cidr, overlaps } = network;
        let (before, after) = neighbours.get(&place).copied().unwrap_or_default();
        PlannedNetwork {
            name: wanted.name.clone(),
            cloud: wanted.cloud,
            region: wanted.region.clone(),
            cidr_block: cidr.to_string(),
            first: cidr.first().to_string(),
            last: cidr.last().to_string(),
            size: addresses(cidr.prefix_length()),
            prefix_length: cidr.prefix_length(),
            pool: pools.containing(*cidr).map(|pool| pool.name.clone()),
            status: status(*outcome),
            before: before.as_ref().and_then(name),
            after: after.as_ref().and_then(name),
            overlaps: overlaps.iter().filter_map(name).collect(),
            reasons: reasons(wanted, *outcome),
            args: PlannedArgs {
                cidr_block: cidr.to_string(),
                resource_provider: wanted.cloud,
                region: wanted.region.clone(),
            },
        }
    });
    networks.collect()
}

const fn status(outcome: Outcome) -> NetworkStatus {
    match outcome {
        Outcome::New { .. } | Outcome::Shared { from: None, .. } | Outcome::Unplaced => NetworkStatus::New,
        Outcome::Moved { .. } | Outcome::Shared { from: Some(_), .. } => NetworkStatus::Moved,
        Outcome::Kept(_) | Outcome::TooSmall(_) | Outcome::Stuck(_) => NetworkStatus::Kept,
    }
}

fn reasons(wanted: &Wanted, outcome: Outcome) -> Vec<String> {
    let place = match outcome {
        Outcome::Kept(cidr) if cidr.prefix_length() < wanted.prefix_length => {
            "the network exists, and its CIDR block is never made smaller".to_string()
        }
        Outcome::Kept(_) => "the network exists and keeps its CIDR block".to_string(),
        Outcome::TooSmall(_) => "the network exists, and it moves only if `growth` is `move`".to_string(),
        Outcome::Stuck(_) => format!("the network exists, and there is no room for a /{}", wanted.prefix_length),
        Outcome::New { room, .. } | Outcome::Moved { room, .. } => {
            format!("`{room}` is the smallest free CIDR block with room for the network")
        }
        Outcome::Shared { .. } => {
            format!(
                "no /{} is free, so the network shares addresses with networks that have other peers",
                wanted.prefix_length
            )
        }
        Outcome::Unplaced => return Vec::new(),
    };
    let grows = outcome.left().map(|from| {
        format!("the previous CIDR block `{from}` is smaller than the requested /{}", wanted.prefix_length)
    });
    wanted.size_reason.iter().cloned().chain(grows).chain([place]).collect()
}

fn released(request: &Request) -> Vec<ReleasedNetwork> {
    let names = collect::set(request.wanted.iter().map(|wanted| wanted.name.as_str()));
    let gone = request.existing.iter().filter(|(name, _)| !names.contains(name.as_str()));
    gone.map(|(name, existing)| ReleasedNetwork { name: name.clone(), cidr_block: existing.cidr.to_string() }).collect()
}

fn moved(network: &Network<'_>) -> Option<MovedNetwork> {
    let from = network.outcome.left()?;
    let name = network.wanted.name.clone();
    Some(MovedNetwork { name, from: from.to_string(), to: network.cidr.to_string() })
}

fn unplaced(
    request: &Request,
    placed: &Placed,
    networks: &[Network<'_>],
    catalogue: &Catalogue,
) -> Vec<UnplacedNetwork> {
    let no_room = |outcome: &Outcome| matches!(outcome, Outcome::Unplaced | Outcome::Stuck(_));
    if !placed.outcomes.iter().any(no_room) {
        return Vec::new();
    }
    let taken = networks.iter().flat_map(|network| {
        let named = format!("the network {}", quoted(&network.wanted.name));
        let old = network.outcome.left().map(|cidr| Taken {
            cidr,
            described: format!("the previous CIDR block of {named}"),
            network: None,
        });
        // A network is not removed to make room for itself.
        let removable = (!no_room(&network.outcome)).then(|| network.wanted.name.clone());
        old.into_iter().chain([Taken { cidr: network.cidr, described: named, network: removable }])
    });
    let mut helper = Helper::new(request, placed, taken.collect(), catalogue);
    let without = request.wanted.iter().zip(&placed.outcomes).filter(|(_, outcome)| no_room(outcome));
    without.map(|(wanted, _)| helper.unplaced(wanted)).collect()
}

/// For every network the first reserved CIDR block that it overlaps.
fn in_reserved<'a>(request: &'a Request, placed: &Placed, networks: &[Network<'_>]) -> Vec<Option<&'a Reserved>> {
    let mut overlapped = vec![None; networks.len()];
    // What lies in what they leave free is clear of all of them.
    let is_clear = |network: &Network<'_>| placed.unreserved.largest(network.cidr) == Some(network.cidr);
    let (places, asked): (Vec<usize>, Vec<Owned>) = networks
        .iter()
        .enumerate()
        .filter(|(_, network)| !is_clear(network))
        .map(|(place, network)| (place, Owned { cidr: network.cidr, owner: 1 }))
        .unzip();
    if asked.is_empty() {
        return overlapped;
    }
    let reserved: Vec<Owned> =
        request.reserved.iter().map(|reserved| Owned { cidr: reserved.cidr, owner: 0 }).collect();
    for (place, first) in places.into_iter().zip(first_of_others(&asked, &reserved)) {
        if let Some(slot) = overlapped.get_mut(place) {
            *slot = first.and_then(|first| request.reserved.get(first));
        }
    }
    overlapped
}

fn diagnostics(
    request: &Request,
    placed: &Placed,
    networks: &[Network<'_>],
    pools: &PoolIndex<'_>,
    catalogue: &Catalogue,
) -> Vec<AddressDiagnostic> {
    let mut diagnostics = Vec::new();
    let mut tries = Tries::new(request, placed);
    let private: Vec<Cidr> = catalogue.cidr_blocks(CidrRole::Private).collect();
    for ((place, network), reserved) in networks.iter().enumerate().zip(in_reserved(request, placed, networks)) {
        let Network { wanted, cidr, .. } = network;
        let mut say = |message: String, help: String| {
            diagnostics.push(AddressDiagnostic { name: wanted.name.clone(), message, help });
        };
        if matches!(network.outcome, Outcome::TooSmall(_)) {
            let has_room = tries.helps(&wanted.name, &|request| {
                request.change(&wanted.name, |one| one.growth = Growth::Move);
            });
            let help = if has_room {
                "set `growth` to `move`, which replaces the network and everything in it".to_string()
            } else {
                format!("request no more than the /{} that it has", cidr.prefix_length())
            };
            say(format!("the CIDR block `{cidr}` is smaller than the requested /{}", wanted.prefix_length), help);
        }
        let limits = Limits::of(wanted.cloud, catalogue);
        if !limits.contain(cidr.prefix_length()) {
            let (min, max) = (limits.min, limits.max);
            say(
                format!("the CIDR block `{cidr}` must have a prefix length from {min} to {max}"),
                "correct the CIDR block in `existing`".to_string(),
            );
        }
        let around = pools.containing(*cidr);
        let named = wanted.pool.and_then(|place| request.pools.get(place));
        match (around, named) {
            (None, _) => {
                let add = |request: &mut Request| request.pools.push(Pool { name: cidr.to_string(), cidr: *cidr });
                let may_be_pool = private.iter().any(|private| private.contains(*cidr))
                    && named.is_none()
                    && request.pools.len() < MAX_POOLS
                    && request.pools.iter().all(|pool| !pool.cidr.overlaps(*cidr))
                    && tries.keeps(&add);
                let offers = [may_be_pool.then(|| format!("add the pool `{cidr}`")), renamed(&mut tries, wanted)];
                say(format!("the CIDR block `{cidr}` is not inside any pool"), either(offers));
            }
            (Some(around), Some(named)) if around.cidr != named.cidr => {
                let index = request.pools.iter().position(|pool| pool.cidr == around.cidr);
                let other = index.filter(|index| tries.keeps(&|request| request.use_pool(&wanted.name, *index)));
                let other = other.map(|_| format!("use the pool {}", quoted(&around.name)));
                let offers = [other, renamed(&mut tries, wanted)];
                let (around, named) = (quoted(&around.name), quoted(&named.name));
                say(format!("the CIDR block `{cidr}` is inside the pool {around}, not {named}"), either(offers));
            }
            _ => {}
        }
        if let Some(reserved) = reserved {
            let help = either([renamed(&mut tries, wanted), None]);
            say(format!("the CIDR block `{cidr}` overlaps {}", reserved.described()), help);
        }
        for other in network.overlaps.range(..place).filter_map(|other| networks.get(*other)) {
            if !wanted.may_overlap(other.wanted) {
                let name = quoted(&other.wanted.name);
                say(
                    format!(
                        "the CIDR block `{cidr}` overlaps `{}` of the network {name}, and the two may no longer share addresses",
                        other.cidr
                    ),
                    either([
                        Some("set `overlap` of both to `allowed` and give them different `peers`".to_string()),
                        renamed(&mut tries, wanted),
                    ]),
                );
            }
        }
    }
    diagnostics
}

/// Another name, if there is room: under it, a network is a new one.
fn renamed(tries: &mut Tries<'_>, wanted: &Wanted) -> Option<String> {
    let has_room = tries.helps(&wanted.name, &|request| {
        request.change(&wanted.name, |one| one.is_new = true);
    });
    has_room.then(|| "use another name for the network to get another CIDR block".to_string())
}

/// One help of what helps.
fn either(offers: [Option<String>; 2]) -> String {
    let offers: Vec<String> = offers.into_iter().flatten().collect();
    if offers.is_empty() { "change the pools or the reserved CIDR blocks".to_string() } else { offers.join(", or ") }
}

fn free(pool: &Pool, placed: &Placed) -> FreeCidrs {
    let listed = placed.free.cidr_blocks(pool.cidr).take(MAX_FREE_CIDRS).map(|cidr| cidr.to_string()).collect();
    FreeCidrs {
        pool: pool.name.clone(),
        cidr_blocks: listed,
        count: placed.free.cidr_blocks(pool.cidr).map(|_| 1).sum(),
        size: size(&placed.free, pool),
    }
}

fn summary(pool: &Pool, placed: &Placed) -> PoolSummary {
    let all = addresses(pool.cidr.prefix_length());
    let unreserved = size(&placed.unreserved, pool);
    let free = size(&placed.free, pool);
    PoolSummary {
        name: pool.name.clone(),
        cidr_block: pool.cidr.to_string(),
        size: all,
        used: unreserved - free,
        reserved: all - unreserved,
        free,
        largest_free: placed.free.largest(pool.cidr).map(|cidr| cidr.to_string()),
    }
}

/// Number of addresses of a pool that are in a space.
fn size(space: &FreeSpace, pool: &Pool) -> u32 {
    space.cidr_blocks(pool.cidr).map(|cidr| addresses(cidr.prefix_length())).sum()
}

fn routes(network: &Network<'_>) -> Vec<PeeringRoute> {
    let route = |peer: &String| PeeringRoute {
        network: network.wanted.name.clone(),
        peer: peer.clone(),
        to_network: network.cidr.to_string(),
    };
    network.wanted.named_peers().map(route).collect()
}

/// A peer, and the reserved CIDR blocks that have its name.
struct ReservedOfPeer<'a> {
    peer: &'a str,
    routes: BTreeSet<Cidr>,
}

impl ReservedOfPeer<'_> {
    fn routes(self) -> PeerRoutes {
        // In address order, what is inside another one comes after it.
        let mut around: Option<Cidr> = None;
        let widest = self.routes.iter().filter(|route| {
            let is_inside = around.is_some_and(|around| around.contains(**route));
            if !is_inside {
                around = Some(**route);
            }
            !is_inside
        });
        PeerRoutes { peer: self.peer.to_string(), routes: widest.map(Cidr::to_string).collect() }
    }
}

fn peers(request: &Request) -> Vec<ReservedOfPeer<'_>> {
    let peers = collect::set(request.wanted.iter().flat_map(Wanted::named_peers).map(String::as_str));
    let mut cidrs: BTreeMap<&str, BTreeSet<Cidr>> = BTreeMap::new();
    for reserved in request.reserved.iter().filter(|reserved| !reserved.is_notable) {
        if let Some(name) = reserved.name.as_deref().filter(|name| peers.contains(name)) {
            cidrs.entry(name).or_default().insert(reserved.cidr);
        }
    }
    cidrs.into_iter().map(|(peer, routes)| ReservedOfPeer { peer, routes }).collect()
}

/// Blocks of peers that no peering can route to.
fn unroutable(peers: &[ReservedOfPeer<'_>], catalogue: &Catalogue) -> Vec<AddressDiagnostic> {
    let Some(limits) = catalogue.address_limits().map(|limits| limits.route_prefix_length) else { return Vec::new() };
    let routes = peers.iter().flat_map(|peer| peer.routes.iter().map(|route| (peer.peer, *route)));
    let wrong = routes.filter(|(_, route)| !(limits.min..=limits.max).contains(&route.prefix_length().into()));
    let (min, max) = (limits.min, limits.max);
    let diagnostic = |(peer, route): (&str, Cidr)| AddressDiagnostic {
        name: peer.to_string(),
        message: format!(
            "the reserved CIDR block `{route}` must have a prefix length from {min} to {max} to be a route of a peering"
        ),
        help: format!("reserve CIDR blocks from /{min} to /{max} under the name of the peer"),
    };
    wrong.map(diagnostic).collect()
}
