//! What makes room for a network that has none.

use std::collections::{BTreeMap, BTreeSet};

use super::limits::addresses;
use super::place::Placed;
use super::plan::UnplacedNetwork;
use super::request::{Pool, Request};
use super::wanted::Wanted;
use crate::collect;
use crate::net::Cidr;
use crate::value::spelling::quoted;

/// The maximum number of names in one sentence.
const MAX_NAMED: usize = 3;

/// Something that takes addresses.
#[derive(Clone, Debug)]
struct Occupant {
    cidr: Cidr,
    /// As it stands in a sentence.
    described: String,
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
    /// The first of them.
    named: Vec<String>,
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

/// Explains what has no room. Each size is looked into once for each pool.
pub(super) struct Helper<'a> {
    request: &'a Request,
    placed: &'a Placed,
    /// By the index of the pool: what overlaps it, in address order and from the outside in.
    occupants: Vec<Vec<Occupant>>,
    ways: BTreeMap<(usize, u8), Option<Way>>,
    /// The explanation of a prefix length in a pool, or in any.
    said: BTreeMap<(Option<usize>, u8), UnplacedNetwork>,
}

impl<'a> Helper<'a> {
    /// `taken` are the CIDR blocks of networks, each with what it is in a sentence.
    pub fn new(request: &'a Request, placed: &'a Placed, taken: Vec<(Cidr, String)>) -> Self {
        let mut seen = BTreeSet::new();
        let reserved = request.reserved.iter().filter(|reserved| seen.insert(reserved.cidr));
        let reserved = reserved.map(|reserved| Occupant { cidr: reserved.cidr, described: reserved.described() });
        let networks = taken.into_iter().map(|(cidr, described)| Occupant { cidr, described });
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
        let occupants = request.pools.iter().map(in_pool).collect();
        Self { request, placed, occupants, ways: BTreeMap::new(), said: BTreeMap::new() }
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
        UnplacedNetwork { name: wanted.name.clone(), cloud: wanted.cloud, ..said }
    }

    fn explain(&mut self, wanted: &Wanted) -> UnplacedNetwork {
        let free = &self.placed.free;
        let length = wanted.prefix_length;
        let largest = |pool: &Pool| free.largest(pool.cidr);
        let size = |pool: &Pool| largest(pool).map_or(0, Cidr::size);
        let named = wanted.pool.and_then(|place| self.request.pools.get(place));
        // Of several pools with as much room, the first.
        let pool = named.or_else(|| self.request.pools.iter().rev().max_by_key(|pool| size(pool)));
        let largest_free = pool.and_then(largest);
        let has = largest_free.map_or(0, |cidr| addresses(cidr.prefix_length()));
        UnplacedNetwork {
            name: wanted.name.clone(),
            prefix_length: length,
            cloud: wanted.cloud,
            missing: addresses(length) - has,
            pool: pool.map_or_else(String::new, |pool| pool.name.clone()),
            largest_free: largest_free.map(|cidr| cidr.to_string()),
            help: self.help(wanted),
        }
    }

    fn help(&mut self, wanted: &Wanted) -> String {
        let length = wanted.prefix_length;
        if let Some(named) = wanted.pool.and_then(|place| self.request.pools.get(place)) {
            let elsewhere = self.placed.free.room(length, Cidr::ALL);
            let other = elsewhere.and_then(|room| self.request.pools.iter().find(|pool| pool.cidr.contains(room)));
            if let Some(other) = other {
                let (named, other) = (quoted(&named.name), quoted(&other.name));
                return format!("use the pool {other}, which has room, instead of {named}");
            }
        }
        let places = wanted.pool.map_or(0..self.request.pools.len(), |place| place..place + 1);
        let mut best: Option<Way> = None;
        for place in places {
            if let Some(way) = self.way(place, length) {
                best = Some(way.better(best));
            }
        }
        let Some(way) = best else {
            return format!("add a pool of at least a /{length}; no pool that the network may use is that large");
        };
        let mut names = way.named;
        if way.count > names.len() {
            names.push(format!("{} more", way.count - names.len()));
        }
        let (last, others) =
            names.split_last().map_or((String::new(), &[][..]), |(last, others)| (last.clone(), others));
        let names = if others.is_empty() { last } else { format!("{} and {last}", others.join(", ")) };
        format!("remove {names} to free `{}`, or add a pool with a free /{length}", way.cidr)
    }

    /// The way to make room in a pool that takes the fewest occupants.
    fn way(&mut self, place: usize, length: u8) -> Option<Way> {
        if let Some(known) = self.ways.get(&(place, length)) {
            return known.clone();
        }
        let pool = self.request.pools.get(place)?.cidr;
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
                best = Some(way(cidr, &open, &[]).better(best));
            }
            continue;
        }
        let inside = rest.partition_point(|occupant| occupant.cidr.first() <= cidr.last());
        let Some((group, others)) = rest.split_at_checked(inside) else { break };
        best = Some(way(cidr, &open, group).better(best));
        rest = others;
    }
    best
}

fn way(cidr: Cidr, open: &[&Occupant], group: &[Occupant]) -> Way {
    let all = || open.iter().copied().chain(group);
    Way {
        cidr,
        count: open.len() + group.len(),
        taken: all().map(|occupant| occupant.cidr.size()).sum(),
        named: all().take(MAX_NAMED).map(|occupant| occupant.described.clone()).collect(),
    }
}
