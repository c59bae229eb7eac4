//! What would make room for a network that has none.

use std::collections::{BTreeMap, BTreeSet};

use super::limits::addresses;
use super::place::Placed;
use super::plan::UnplacedNetwork;
use super::request::{Pool, Request};
use super::wanted::Wanted;
use crate::collect;
use crate::net::Cidr;
use crate::value::spelling::quoted;

/// Names in one sentence.
const MOST_NAMED: usize = 3;

/// Something that takes addresses.
#[derive(Clone, Debug)]
struct Occupant {
    block: Cidr,
    /// As it stands in a sentence.
    described: String,
}

/// A block that would have room if some occupants were gone.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Way {
    /// The block.
    block: Cidr,
    /// How many occupants have to go.
    count: usize,
    /// The addresses that they take, the same address as often as it is taken.
    taken: u64,
    /// The first of them.
    named: Vec<String>,
}

impl Way {
    /// The better of two ways: fewer occupants, then fewer addresses, then the lower block.
    fn better(self, other: Option<Self>) -> Self {
        let cost = |way: &Self| (way.count, way.taken, way.block.first());
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
    /// By the place of the pool: what overlaps it, in address order and from the outside in.
    occupants: Vec<Vec<Occupant>>,
    ways: BTreeMap<(usize, u8), Option<Way>>,
    /// What is said of a prefix length in a pool, or in any.
    said: BTreeMap<(Option<usize>, u8), UnplacedNetwork>,
}

impl<'a> Helper<'a> {
    /// `taken` are the blocks of networks, each with what it is in a sentence.
    pub fn new(request: &'a Request, placed: &'a Placed, taken: Vec<(Cidr, String)>) -> Self {
        let mut seen = BTreeSet::new();
        let reserved = request.reserved.iter().filter(|reserved| seen.insert(reserved.block));
        let reserved = reserved.map(|reserved| Occupant {
            block: reserved.block,
            described: format!("the reserved {}", reserved.described()),
        });
        let networks = taken.into_iter().map(|(block, described)| Occupant { block, described });
        let all = collect::sorted_by(reserved.chain(networks).collect(), |a, b| {
            let key = |occupant: &Occupant| (occupant.block.first(), occupant.block.prefix_length());
            key(a).cmp(&key(b)).then_with(|| a.described.cmp(&b.described))
        });
        // Those around a pool are found one by one; those inside it are next to each other.
        let outer: Vec<&Occupant> =
            all.iter().filter(|occupant| request.pools.iter().any(|p| around(occupant, p))).collect();
        let in_pool = |pool: &Pool| {
            let from = all.partition_point(|occupant| occupant.block.first() < pool.block.first());
            let inside = all.iter().skip(from).take_while(|occupant| occupant.block.first() <= pool.block.last());
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
        let largest = |pool: &Pool| free.largest(pool.block);
        let size = |pool: &Pool| largest(pool).map_or(0, Cidr::size);
        let named = wanted.pool.and_then(|place| self.request.pools.get(place));
        // Of several pools with as much room, the first.
        let pool = named.or_else(|| self.request.pools.iter().rev().max_by_key(|pool| size(pool)));
        let largest_free = pool.and_then(largest);
        let has = largest_free.map_or(0, |block| addresses(block.prefix_length()));
        UnplacedNetwork {
            name: wanted.name.clone(),
            prefix_length: length,
            cloud: wanted.cloud,
            missing: addresses(length).saturating_sub(has),
            pool: pool.map_or_else(String::new, |pool| pool.name.clone()),
            largest_free: largest_free.map(|block| block.to_string()),
            would_help: self.would_help(wanted),
        }
    }

    fn would_help(&mut self, wanted: &Wanted) -> String {
        let length = wanted.prefix_length;
        if let Some(named) = wanted.pool.and_then(|place| self.request.pools.get(place)) {
            let elsewhere = self.placed.free.room(length, Cidr::ALL);
            let other = elsewhere.and_then(|room| self.request.pools.iter().find(|pool| pool.block.contains(room)));
            if let Some(other) = other {
                let (named, other) = (quoted(&named.name), quoted(&other.name));
                return format!("the pool {other} has room: ask for it instead of {named}");
            }
        }
        let places = wanted.pool.map_or(0..self.request.pools.len(), |place| place..place.saturating_add(1));
        let mut best: Option<Way> = None;
        for place in places {
            if let Some(way) = self.way(place, length) {
                best = Some(way.better(best));
            }
        }
        let Some(way) = best else {
            return format!("a pool as large as a /{length}: none that it may use is");
        };
        let mut names = way.named.join(", ");
        if way.count > way.named.len() {
            let others = way.count.saturating_sub(way.named.len());
            names = format!("{names} and {others} more");
        }
        format!("`{}` would be free without {names}; or add a pool with a free /{length}", way.block)
    }

    /// The way to make room in a pool that takes the fewest occupants.
    fn way(&mut self, place: usize, length: u8) -> Option<Way> {
        if let Some(known) = self.ways.get(&(place, length)) {
            return known.clone();
        }
        let pool = self.request.pools.get(place)?.block;
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
    occupant.block.contains(pool.block)
}

/// Of the blocks of a prefix length in a pool, the one with the fewest occupants.
///
/// Occupants that are larger than such a block are around it. Of the blocks in one of them that nothing else is in, only
/// the first is looked at.
fn cheapest(occupants: &[Occupant], pool: Cidr, length: u8) -> Option<Way> {
    let mut best: Option<Way> = None;
    // The larger occupants around the current block, from the outside in.
    let mut open: Vec<&Occupant> = Vec::new();
    let mut rest = occupants;
    while let Some((next, after)) = rest.split_first() {
        while open.last().is_some_and(|outer| outer.block.last() < next.block.first()) {
            open.pop();
        }
        let clipped = if next.block.contains(pool) { pool } else { next.block };
        let block = Cidr::around(clipped.first(), length)?;
        if next.block.prefix_length() < length {
            open.push(next);
            rest = after;
            // What else is in the first block, if anything, comes right after, when this one is open.
            let is_alone = after.first().is_none_or(|other| !other.block.overlaps(block));
            if is_alone {
                best = Some(way(block, &open, &[]).better(best));
            }
            continue;
        }
        let inside = rest.partition_point(|occupant| occupant.block.first() <= block.last());
        let Some((group, others)) = rest.split_at_checked(inside) else { break };
        best = Some(way(block, &open, group).better(best));
        rest = others;
    }
    best
}

fn way(block: Cidr, open: &[&Occupant], group: &[Occupant]) -> Way {
    let all = || open.iter().copied().chain(group);
    Way {
        block,
        count: open.len().saturating_add(group.len()),
        taken: all().fold(0, |sum, occupant| sum.saturating_add(occupant.block.size())),
        named: all().take(MOST_NAMED).map(|occupant| occupant.described.clone()).collect(),
    }
}
