//! What makes room for a network that has none.

use std::collections::{BTreeMap, BTreeSet};

use super::limits::{MAX_POOLS, addresses};
use super::place::Placed;
use super::plan::UnplacedNetwork;
use super::request::{Pool, Request};
use super::tries::{Removal, Tries};
use super::wanted::Wanted;
use crate::catalogue::Catalogue;
use crate::catalogue::rows::CidrRole;
use crate::collect;
use crate::net::{Cidr, FreeSpace};
use crate::value::spelling::quoted;

/// The maximum number of things to leave out at once.
const MAX_NAMED: usize = 3;

/// Something that takes addresses.
#[derive(Clone, Debug)]
struct Occupant {
    cidr: Cidr,
    /// As it stands in a sentence.
    described: String,
    /// What is left out of the request to be rid of it; nothing where that is impossible.
    removal: Option<Removal>,
}

/// A CIDR block that something takes, and what that is in a sentence.
pub(super) struct Taken {
    pub cidr: Cidr,
    pub described: String,
    /// The name of the network that can be left out to be rid of it.
    pub network: Option<String>,
}

/// A CIDR block that would have room if some occupants were gone.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Way {
    /// The CIDR block.
    cidr: Cidr,
    /// How many occupants have to go.
    count: usize,
    /// The addresses that they take, the same address as often as it is taken.
    taken: u64,
    /// What they are.
    named: Vec<String>,
    /// What is left out of the request to be rid of them.
    removed: Vec<Removal>,
}

impl Way {
    /// The better of two ways: fewer occupants, then fewer addresses, then the lower CIDR block.
    fn better(self, other: Option<Self>) -> Self {
        let cost = |way: &Self| (way.count, way.taken, way.cidr.first());
        match other {
            Some(other) if cost(&other) <= cost(&self) => other,
            _ => self,
        }
    }
}

/// Explains what has no room. What it offers has been tried.
pub(super) struct Helper<'a> {
    placed: &'a Placed,
    tries: Tries<'a>,
    /// Where a pool can be added.
    outside: FreeSpace,
    /// By the index of the pool: what overlaps it, in address order and from the outside in.
    occupants: Vec<Vec<Occupant>>,
    ways: BTreeMap<(usize, u8), Option<Way>>,
    /// What is said of a prefix length in a pool, or in any, without the help.
    said: BTreeMap<(Option<usize>, u8), UnplacedNetwork>,
}

impl<'a> Helper<'a> {
    /// `taken` are the CIDR blocks of networks.
    pub fn new(request: &'a Request, placed: &'a Placed, taken: Vec<Taken>, catalogue: &Catalogue) -> Self {
        let mut seen = BTreeSet::new();
        let notable: BTreeSet<Cidr> =
            collect::set(request.reserved.iter().filter(|reserved| reserved.is_notable).map(|reserved| reserved.cidr));
        let reserved = request.reserved.iter().filter(|reserved| seen.insert(reserved.cidr));
        let reserved = reserved.map(|reserved| Occupant {
            cidr: reserved.cidr,
            described: reserved.described(),
            removal: (!notable.contains(&reserved.cidr)).then_some(Removal::Reserved(reserved.cidr)),
        });
        let blocks = |role| catalogue.cidr_blocks(role);
        let in_the_way = request.pools.iter().map(|pool| pool.cidr).chain(request.reserved.iter().map(|one| one.cidr));
        let in_the_way = in_the_way.chain(blocks(CidrRole::Docker)).chain(taken.iter().map(|one| one.cidr));
        let mut outside = FreeSpace::default();
        for private in blocks(CidrRole::Private) {
            outside.add(private);
        }
        outside.take_all(in_the_way);
        let networks = taken.into_iter().map(|one| Occupant {
            cidr: one.cidr,
            described: one.described,
            removal: one.network.map(Removal::Network),
        });
        let all = collect::sorted_by(reserved.chain(networks).collect(), |a, b| {
            let key = |occupant: &Occupant| (occupant.cidr.first(), occupant.cidr.prefix_length());
            key(a).cmp(&key(b)).then_with(|| a.described.cmp(&b.described))
        });
        // Those around a pool are found one by one; those inside it are next to each other.
        let outer: Vec<&Occupant> =
            all.iter().filter(|occupant| request.pools.iter().any(|p| around(occupant, p))).collect();
        let in_pool = |pool: &Pool| {
            let from = all.partition_point(|occupant| occupant.cidr.first() < pool.cidr.first());
            let inside = all.iter().skip(from).take_while(|occupant| occupant.cidr.first() <= pool.cidr.last());
            let inside = inside.filter(|occupant| !around(occupant, pool));
            outer.iter().copied().filter(|occupant| around(occupant, pool)).chain(inside).cloned().collect()
        };
        Self {
            placed,
            tries: Tries::new(request, placed),
            outside,
            occupants: request.pools.iter().map(in_pool).collect(),
            ways: BTreeMap::new(),
            said: BTreeMap::new(),
        }
    }

    pub fn unplaced(&mut self, wanted: &Wanted) -> UnplacedNetwork {
        let question = (wanted.pool, wanted.prefix_length);
        let said = if let Some(said) = self.said.get(&question) {
            said.clone()
        } else {
            let said = self.explain(wanted);
            self.said.insert(question, said.clone());
            said
        };
        UnplacedNetwork { name: wanted.name.clone(), cloud: wanted.cloud, help: self.help(wanted), ..said }
    }

    fn explain(&self, wanted: &Wanted) -> UnplacedNetwork {
        let free = &self.placed.free;
        let pools = &self.tries.request.pools;
        let length = wanted.prefix_length;
        let largest = |pool: &Pool| free.largest(pool.cidr);
        let size = |pool: &Pool| largest(pool).map_or(0, Cidr::size);
        let named = wanted.pool.and_then(|place| pools.get(place));
        // Of several pools with as much room, the first.
        let pool = named.or_else(|| pools.iter().rev().max_by_key(|pool| size(pool)));
        let largest_free = pool.and_then(largest);
        let has = largest_free.map_or(0, |cidr| addresses(cidr.prefix_length()));
        UnplacedNetwork {
            name: wanted.name.clone(),
            prefix_length: length,
            cloud: wanted.cloud,
            missing: addresses(length) - has,
            pool: pool.map_or_else(String::new, |pool| pool.name.clone()),
            largest_free: largest_free.map(|cidr| cidr.to_string()),
            help: String::new(),
        }
    }

    fn help(&mut self, wanted: &Wanted) -> String {
        let mut offers: Vec<String> = Vec::new();
        if self.tries.may_go_on() {
            let all = [self.other_pool(wanted), self.new_pool(wanted), self.removal(wanted)];
            offers.extend(all.into_iter().flatten().take(2));
        }
        if offers.is_empty() {
            let length = wanted.prefix_length;
            return format!("make room for a /{length}; no single change of the request was found to do so");
        }
        offers.join(", or ")
    }

    /// A pool that has room already.
    fn other_pool(&mut self, wanted: &Wanted) -> Option<String> {
        let pools = &self.tries.request.pools;
        let named = pools.get(wanted.pool?)?;
        let room = self.placed.free.room(wanted.prefix_length, Cidr::ALL)?;
        let place = pools.iter().position(|pool| pool.cidr.contains(room))?;
        let other = pools.get(place)?;
        let helps = self.tries.helps(&wanted.name, &|request| request.use_pool(&wanted.name, place));
        helps.then(|| {
            format!("use the pool {}, which has room, instead of {}", quoted(&other.name), quoted(&named.name))
        })
    }

    /// A pool that is large enough: for this network, or also for those before it that have no room.
    fn new_pool(&mut self, wanted: &Wanted) -> Option<String> {
        let pools = &self.tries.request.pools;
        if pools.len() >= MAX_POOLS {
            return None;
        }
        let place = pools.len();
        let named = wanted.pool.and_then(|place| pools.get(place)).map(|pool| quoted(&pool.name));
        for length in (1..=wanted.prefix_length).rev() {
            let cidr = self.outside.best_fit(length, Cidr::ALL)?;
            let helps = self.tries.helps(&wanted.name, &|request| {
                request.pools.push(Pool { name: cidr.to_string(), cidr });
                if wanted.pool.is_some() {
                    request.use_pool(&wanted.name, place);
                }
            });
            if helps {
                let instead = named.map_or_else(String::new, |named| format!(" and use it instead of {named}"));
                return Some(format!("add a pool such as `{cidr}`{instead}"));
            }
        }
        None
    }

    /// The fewest things to leave out, as far as they can be.
    fn removal(&mut self, wanted: &Wanted) -> Option<String> {
        let places = wanted.pool.map_or(0..self.tries.request.pools.len(), |place| place..place + 1);
        let mut best: Option<Way> = None;
        for place in places {
            if let Some(way) = self.way(place, wanted.prefix_length) {
                best = Some(way.better(best));
            }
        }
        let way = best?;
        let helps = self.tries.can_remove(&way.removed)
            && self.tries.helps(&wanted.name, &|request| request.remove(&way.removed));
        helps.then(|| {
            let (last, others) = way.named.split_last().map_or(("", &[][..]), |(last, others)| (last.as_str(), others));
            let names = if others.is_empty() { last.to_string() } else { format!("{} and {last}", others.join(", ")) };
            format!("remove {names} to free `{}`", way.cidr)
        })
    }

    /// The way to make room in a pool that takes the fewest occupants.
    fn way(&mut self, place: usize, length: u8) -> Option<Way> {
        if let Some(known) = self.ways.get(&(place, length)) {
            return known.clone();
        }
        let pool = self.tries.request.pools.get(place)?.cidr;
        let way = if length < pool.prefix_length() {
            None
        } else {
            self.occupants.get(place).and_then(|occupants| cheapest(occupants, pool, length))
        };
        self.ways.insert((place, length), way.clone());
        way
    }
}

fn around(occupant: &Occupant, pool: &Pool) -> bool {
    occupant.cidr.contains(pool.cidr)
}

/// Of the CIDR blocks of a prefix length in a pool, the one with the fewest occupants.
///
/// Occupants that are larger than such a CIDR block are around it. Of the CIDR blocks in one of them that nothing else
/// is in, only the first is looked at.
fn cheapest(occupants: &[Occupant], pool: Cidr, length: u8) -> Option<Way> {
    let mut best: Option<Way> = None;
    // The larger occupants around the current CIDR block, from the outside in.
    let mut open: Vec<&Occupant> = Vec::new();
    let mut rest = occupants;
    while let Some((next, after)) = rest.split_first() {
        while open.last().is_some_and(|outer| outer.cidr.last() < next.cidr.first()) {
            open.pop();
        }
        let clipped = if next.cidr.contains(pool) { pool } else { next.cidr };
        let cidr = Cidr::containing(clipped.first(), length)?;
        if next.cidr.prefix_length() < length {
            open.push(next);
            rest = after;
            // What else is in the first CIDR block, if anything, comes right after, when this one is open.
            let is_alone = after.first().is_none_or(|other| !other.cidr.overlaps(cidr));
            if is_alone {
                best = better(way(cidr, &open, &[]), best);
            }
            continue;
        }
        let inside = rest.partition_point(|occupant| occupant.cidr.first() <= cidr.last());
        let Some((group, others)) = rest.split_at_checked(inside) else { break };
        best = better(way(cidr, &open, group), best);
        rest = others;
    }
    best
}

fn better(way: Option<Way>, best: Option<Way>) -> Option<Way> {
    match way {
        Some(way) => Some(way.better(best)),
        None => best,
    }
}

/// The way to free a CIDR block, where all that is in it can be left out and named in one sentence.
fn way(cidr: Cidr, open: &[&Occupant], group: &[Occupant]) -> Option<Way> {
    let count = open.len() + group.len();
    if count > MAX_NAMED {
        return None;
    }
    let all = || open.iter().copied().chain(group);
    Some(Way {
        cidr,
        count,
        taken: all().map(|occupant| occupant.cidr.size()).sum(),
        named: all().map(|occupant| occupant.described.clone()).collect(),
        removed: all().map(|occupant| occupant.removal.clone()).collect::<Option<_>>()?,
    })
}
