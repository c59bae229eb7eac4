//! Free address space, and the best place in it for a CIDR block of a size.

use std::collections::{BTreeMap, BTreeSet};
use std::net::Ipv4Addr;

use super::{Cidr, overlap};

/// Addresses that are free, as the largest aligned CIDR blocks that make them up.
///
/// Blocks that are added are never joined to a larger one, so a CIDR block that is found in them lies inside one of
/// them. A question or a change costs about as much as finding a word in a dictionary, however many CIDR blocks there
/// are.
///
/// ```
/// use eventstorecloud_planner::net::{Cidr, FreeSpace};
///
/// let cidr = |text| Cidr::parse(text).unwrap();
/// let mut free = FreeSpace::default();
/// free.add(cidr("10.0.0.0/16"));
/// free.take(cidr("10.0.0.0/24"));
/// // The smallest free cidr that has room is the other half of the /23.
/// assert_eq!(free.best_fit(24, cidr("10.0.0.0/8")), Some(cidr("10.0.1.0/24")));
/// assert_eq!(free.best_fit(16, cidr("10.0.0.0/8")), None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FreeSpace {
    /// First addresses of the free CIDR blocks, by their prefix length. No two CIDR blocks overlap, no set is empty.
    by_length: BTreeMap<u8, BTreeSet<u32>>,
}

impl FreeSpace {
    /// What is free of a CIDR block when others are taken.
    ///
    /// ```
    /// use eventstorecloud_planner::net::{Cidr, FreeSpace};
    ///
    /// let cidr = |text| Cidr::parse(text).unwrap();
    /// let free = FreeSpace::without(cidr("10.0.0.0/16"), &[cidr("10.0.0.0/24"), cidr("10.0.128.0/17")]);
    /// assert_eq!(free.largest(cidr("10.0.0.0/8")), Some(cidr("10.0.64.0/18")));
    /// ```
    #[must_use]
    pub fn without(pool: Cidr, taken: &[Cidr]) -> Self {
        let mut free = Self::default();
        free.insert(pool);
        free.take_all(taken.iter().copied());
        free
    }

    /// Takes all addresses of many CIDR blocks: the same as taking them one by one, and many times as fast for long
    /// lists.
    ///
    /// ```
    /// use eventstorecloud_planner::net::{Cidr, FreeSpace};
    ///
    /// let cidr = |text| Cidr::parse(text).unwrap();
    /// let mut free = FreeSpace::default();
    /// free.add(cidr("10.0.0.0/16"));
    /// free.add(cidr("10.2.0.0/16"));
    /// free.take_all(["10.0.0.0/17", "10.2.0.0/15"].map(cidr));
    /// assert_eq!(free.cidr_blocks(Cidr::ALL).collect::<Vec<_>>(), [cidr("10.0.128.0/17")]);
    /// ```
    pub fn take_all(&mut self, taken: impl IntoIterator<Item = Cidr>) {
        let before = std::mem::take(self);
        let free = spans(before.cidr_blocks(Cidr::ALL));
        let mut taken = spans(taken).peekable();
        // All before this address is decided.
        let mut next = 0;
        for (first, end) in free {
            next = next.max(first);
            while let Some((first, end)) = taken.next_if(|(first, _)| *first < end) {
                self.fill(next, first);
                next = next.max(end);
            }
            self.fill(next, end);
        }
    }

    /// Makes the addresses from one to another free, which is not free itself, and which no free CIDR block is next to.
    fn fill(&mut self, mut from: u64, to: u64) {
        while from < to {
            // The largest CIDR block that begins here: as large as its first address is aligned, and as there is room.
            let host_bits = from.trailing_zeros().min((to - from).ilog2());
            let (Ok(first), Ok(length)) = (u32::try_from(from), u8::try_from(32 - host_bits)) else { return };
            self.by_length.entry(length).or_default().insert(first);
            from += 1 << host_bits;
        }
    }

    /// Makes all addresses of a CIDR block free.
    pub fn add(&mut self, cidr: Cidr) {
        self.take(cidr);
        self.insert(cidr);
    }

    /// Takes all addresses of a CIDR block, free or not.
    pub fn take(&mut self, cidr: Cidr) {
        if let Some(supernet) = self.containing(cidr) {
            self.remove(supernet);
            // Of every halving on the way down, the half without the CIDR block stays free.
            for length in supernet.prefix_length() + 1..=cidr.prefix_length() {
                if let Some(half) = Cidr::containing(cidr.first(), length).and_then(Cidr::sibling) {
                    self.insert(half);
                }
            }
            return;
        }
        for inside in self.largest_first(cidr).collect::<Vec<_>>() {
            self.remove(inside);
        }
    }

    /// The place for a CIDR block of a prefix length: the beginning of the smallest free CIDR block that has room for
    /// it, of several as small the one with the lowest address. Only addresses within a CIDR block are looked at.
    #[must_use]
    pub fn best_fit(&self, prefix_length: u8, within: Cidr) -> Option<Cidr> {
        let room = self.room(prefix_length, within)?;
        Cidr::containing(room.first(), prefix_length)
    }

    /// The smallest free CIDR block that has room for a CIDR block of a prefix length, of several as small the one with
    /// the lowest address. Of a free CIDR block that is larger than the one to look within, only what is in it counts.
    #[must_use]
    pub fn room(&self, prefix_length: u8, within: Cidr) -> Option<Cidr> {
        if prefix_length < within.prefix_length() {
            return None;
        }
        let inside = self.by_length.range(within.prefix_length()..=prefix_length).rev();
        inside.filter_map(|(length, set)| first_of(set, *length, within)).next().or_else(|| self.clipped(within))
    }

    /// The largest free CIDR block within a CIDR block, of several as large the one with the lowest address.
    #[must_use]
    pub fn largest(&self, within: Cidr) -> Option<Cidr> {
        self.cidr_blocks(within).next()
    }

    /// The free CIDR blocks within a CIDR block: larger ones first, those of one size in address order.
    pub fn cidr_blocks(&self, within: Cidr) -> impl Iterator<Item = Cidr> {
        self.clipped(within).into_iter().chain(self.largest_first(within))
    }

    /// Number of free addresses within a CIDR block, 0 to 2³².
    #[must_use]
    pub fn size(&self, within: Cidr) -> u64 {
        self.cidr_blocks(within).map(Cidr::size).sum()
    }

    /// The free space without the free CIDR blocks that are too small for a CIDR block of a prefix length.
    #[must_use]
    pub fn with_room_for(&self, prefix_length: u8) -> Self {
        let large = self.by_length.range(..=prefix_length);
        Self { by_length: large.map(|(length, set)| (*length, set.clone())).collect() }
    }

    /// The whole of a CIDR block, when it is inside a larger free one.
    fn clipped(&self, within: Cidr) -> Option<Cidr> {
        self.containing(within).filter(|supernet| *supernet != within).map(|_| within)
    }

    /// The free CIDR block that a CIDR block is inside of, or is.
    fn containing(&self, cidr: Cidr) -> Option<Cidr> {
        self.by_length.range(..=cidr.prefix_length()).find_map(|(length, set)| {
            let supernet = Cidr::containing(cidr.first(), *length)?;
            set.contains(&u32::from(supernet.first())).then_some(supernet)
        })
    }

    /// The free CIDR blocks that are inside a CIDR block, or are it.
    fn largest_first(&self, within: Cidr) -> impl Iterator<Item = Cidr> {
        let (first, last) = (u32::from(within.first()), u32::from(within.last()));
        self.by_length.range(within.prefix_length()..).flat_map(move |(length, set)| {
            set.range(first..=last).filter_map(|first| Cidr::containing(Ipv4Addr::from(*first), *length))
        })
    }

    fn insert(&mut self, cidr: Cidr) {
        self.by_length.entry(cidr.prefix_length()).or_default().insert(u32::from(cidr.first()));
    }

    fn remove(&mut self, cidr: Cidr) {
        let Some(set) = self.by_length.get_mut(&cidr.prefix_length()) else { return };
        set.remove(&u32::from(cidr.first()));
        if set.is_empty() {
            self.by_length.remove(&cidr.prefix_length());
        }
    }
}

/// The first address of each CIDR block and the one after its last, in order. They are numbers of 64 bits because there
/// is a number after the last address of all.
fn spans(cidrs: impl IntoIterator<Item = Cidr>) -> impl Iterator<Item = (u64, u64)> {
    overlap::sorted(cidrs).into_iter().map(|(key, _)| {
        let (first, length) = (key >> 8, key & 0xff);
        (first, first + ((1 << 32) >> length))
    })
}

/// The lowest CIDR block of a set of one prefix length that is inside a CIDR block.
fn first_of(set: &BTreeSet<u32>, length: u8, within: Cidr) -> Option<Cidr> {
    let first = set.range(u32::from(within.first())..=u32::from(within.last())).next()?;
    Cidr::containing(Ipv4Addr::from(*first), length)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cidr(text: &str) -> Cidr {
        Cidr::parse(text).unwrap()
    }

    const SMALL: &str = "10.0.0.0/26";

    /// Any CIDR block of the small space that the laws are checked in.
    fn any_cidr() -> impl Strategy<Value = Cidr> {
        (0_u32..64, 26_u8..=32)
            .prop_map(|(host, length)| Cidr::containing(Ipv4Addr::from(0x0a00_0000 + host), length).unwrap())
    }

    /// Every aligned CIDR block of a prefix length in a CIDR block.
    fn all(within: Cidr, length: u8) -> Vec<Cidr> {
        if length < within.prefix_length() { Vec::new() } else { within.split(length).unwrap() }
    }

    fn is_free(taken: &[Cidr], cidr: Cidr) -> bool {
        !taken.iter().any(|taken| taken.overlaps(cidr))
    }

    proptest! {
        /// Compares with a search through all aligned CIDR blocks: of every size and every place to look in.
        #[test]
        fn what_an_exhaustive_search_finds_is_found(
            taken in proptest::collection::vec(any_cidr(), 0..12),
            within in any_cidr(),
        ) {
            let space = cidr(SMALL);
            let mut free = FreeSpace::default();
            free.add(space);
            for cidr in &taken {
                free.take(*cidr);
            }
            prop_assert_eq!(&FreeSpace::without(space, &taken), &free);
            for length in 24..=32 {
                let fitting: Vec<Cidr> = all(within, length).into_iter().filter(|b| is_free(&taken, *b)).collect();
                let found = free.best_fit(length, within);
                prop_assert_eq!(found, free.with_room_for(length).best_fit(length, within));
                prop_assert_eq!(found.is_some(), !fitting.is_empty());
                let Some(found) = found else { continue };
                prop_assert!(fitting.contains(&found));
                // The largest free CIDR block supernet each candidate; the smallest of them was taken, then the lowest.
                let room = |candidate: Cidr| {
                    let lengths = within.prefix_length()..=length;
                    let supernet = lengths.map(|length| Cidr::containing(candidate.first(), length).unwrap());
                    supernet.clone().find(|supernet| is_free(&taken, *supernet)).unwrap()
                };
                let best = fitting.iter().map(|c| (std::cmp::Reverse(room(*c).prefix_length()), c.first())).min();
                prop_assert_eq!(best.map(|(_, first)| first), Some(found.first()));
                prop_assert_eq!(free.room(length, within), Some(room(found)));
            }
            let addresses = all(within, 32).into_iter().filter(|b| is_free(&taken, *b)).count();
            prop_assert_eq!(free.size(within), addresses as u64);
            let largest = (within.prefix_length()..=32).find(|l| free.best_fit(*l, within).is_some());
            prop_assert_eq!(free.largest(within).map(Cidr::prefix_length), largest);
        }

        /// Blocks that were added may be next to each other, inside one another or far apart, and some of them taken
        /// already.
        #[test]
        fn one_sweep_takes_what_taking_one_by_one_takes(
            added in proptest::collection::vec(any_cidr(), 0..6),
            before in proptest::collection::vec(any_cidr(), 0..3),
            taken in proptest::collection::vec(any_cidr(), 0..12),
        ) {
            let mut free = FreeSpace::default();
            added.iter().for_each(|cidr| free.add(*cidr));
            before.iter().for_each(|cidr| free.take(*cidr));
            let mut at_once = free.clone();
            at_once.take_all(taken.iter().copied());
            taken.iter().for_each(|cidr| free.take(*cidr));
            prop_assert_eq!(at_once, free);
        }

        #[test]
        fn cidr_blocks_are_apart_and_the_largest_are_first(taken in proptest::collection::vec(any_cidr(), 0..12)) {
            let mut free = FreeSpace::default();
            free.add(cidr(SMALL));
            taken.iter().for_each(|cidr| free.take(*cidr));
            let cidrs: Vec<Cidr> = free.cidr_blocks(cidr("0.0.0.0/0")).collect();
            prop_assert!(crate::net::first_overlaps(&cidrs).iter().all(Option::is_none));
            prop_assert!(cidrs.is_sorted_by_key(|cidr| (cidr.prefix_length(), cidr.first())));
            prop_assert!(free.by_length.values().all(|set| !set.is_empty()));
        }
    }

    #[test]
    fn neighbours_that_are_added_apart_stay_apart() {
        let mut free = FreeSpace::default();
        free.add(cidr("10.0.0.0/17"));
        free.add(cidr("10.0.128.0/17"));
        free.add(cidr("10.0.0.0/17"));
        assert_eq!(free.best_fit(16, cidr("0.0.0.0/0")), None);
        assert_eq!(free.size(cidr("0.0.0.0/0")), 65_536);
    }

    #[test]
    fn the_whole_address_space_can_be_free() {
        let all = cidr("0.0.0.0/0");
        let mut free = FreeSpace::default();
        free.add(all);
        assert_eq!((free.size(all), free.best_fit(0, all)), (1 << 32, Some(all)));
        free.take(cidr("255.255.255.255/32"));
        free.take(cidr("0.0.0.0/32"));
        assert_eq!((free.size(all), free.best_fit(32, all)), ((1 << 32) - 2, Some(cidr("0.0.0.1/32"))));
        assert_eq!(free, FreeSpace::without(all, &[cidr("255.255.255.255/32"), cidr("0.0.0.0/32")]));
        free.take(all);
        assert_eq!(free, FreeSpace::default());
        assert_eq!(free, FreeSpace::without(cidr("10.0.0.0/8"), &[all]));
        assert_eq!(FreeSpace::without(cidr("10.0.0.0/8"), &[cidr("9.0.0.0/8"), cidr("11.0.0.0/8")]).size(all), 1 << 24);
    }
}
