//! Free address space, and the best place in it for a block of a size.

use std::collections::{BTreeMap, BTreeSet};
use std::net::Ipv4Addr;

use super::{Cidr, overlap};

/// Addresses that are free, as the largest aligned blocks that make them up.
///
/// Blocks that are added are never joined to a larger one, so a block that is found in them lies inside one of them.
/// A question or a change costs about as much as finding a word in a dictionary, however many blocks there are.
///
/// ```
/// use eventstorecloud_planner::net::{Cidr, FreeSpace};
///
/// let block = |text| Cidr::parse(text).unwrap();
/// let mut free = FreeSpace::default();
/// free.add(block("10.0.0.0/16"));
/// free.take(block("10.0.0.0/24"));
/// // The smallest free block that has room is the other half of the /23.
/// assert_eq!(free.best_fit(24, block("10.0.0.0/8")), Some(block("10.0.1.0/24")));
/// assert_eq!(free.best_fit(16, block("10.0.0.0/8")), None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FreeSpace {
    /// First addresses of the free blocks, by their prefix length. No two blocks overlap, no set is empty.
    by_length: BTreeMap<u8, BTreeSet<u32>>,
}

impl FreeSpace {
    /// What is free of a block when others are taken.
    ///
    /// ```
    /// use eventstorecloud_planner::net::{Cidr, FreeSpace};
    ///
    /// let block = |text| Cidr::parse(text).unwrap();
    /// let free = FreeSpace::without(block("10.0.0.0/16"), &[block("10.0.0.0/24"), block("10.0.128.0/17")]);
    /// assert_eq!(free.largest(block("10.0.0.0/8")), Some(block("10.0.64.0/18")));
    /// ```
    #[must_use]
    pub fn without(pool: Cidr, taken: &[Cidr]) -> Self {
        let mut free = Self::default();
        free.insert(pool);
        free.take_all(taken.iter().copied());
        free
    }

    /// Takes all addresses of many blocks: the same as taking them one by one, and many times as fast for long lists.
    ///
    /// ```
    /// use eventstorecloud_planner::net::{Cidr, FreeSpace};
    ///
    /// let block = |text| Cidr::parse(text).unwrap();
    /// let mut free = FreeSpace::default();
    /// free.add(block("10.0.0.0/16"));
    /// free.add(block("10.2.0.0/16"));
    /// free.take_all(["10.0.0.0/17", "10.2.0.0/15"].map(block));
    /// assert_eq!(free.blocks(Cidr::ALL).collect::<Vec<_>>(), [block("10.0.128.0/17")]);
    /// ```
    pub fn take_all(&mut self, taken: impl IntoIterator<Item = Cidr>) {
        let before = std::mem::take(self);
        let free = spans(before.blocks(Cidr::ALL));
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

    /// Makes the addresses from one to another free, which is not free itself, and which no free block is next to.
    fn fill(&mut self, mut from: u64, to: u64) {
        while from < to {
            // The largest block that begins here: as large as its first address is aligned, and as there is room.
            let room = to.saturating_sub(from).checked_ilog2().unwrap_or(0);
            let host_bits = from.trailing_zeros().min(room).min(32);
            let first = u32::try_from(from).ok().map(Ipv4Addr::from);
            let length = u8::try_from(32_u32.saturating_sub(host_bits)).ok();
            let (Some(first), Some(length)) = (first, length) else { return };
            if let Some(block) = Cidr::around(first, length) {
                self.insert(block);
            }
            from = from.saturating_add(1 << host_bits);
        }
    }

    /// Makes all addresses of a block free.
    pub fn add(&mut self, block: Cidr) {
        self.take(block);
        self.insert(block);
    }

    /// Takes all addresses of a block, free or not.
    pub fn take(&mut self, block: Cidr) {
        if let Some(around) = self.around(block) {
            self.remove(around);
            // Of every halving on the way down, the half without the block stays free.
            for length in around.prefix_length().saturating_add(1)..=block.prefix_length() {
                if let Some(half) = Cidr::around(block.first(), length).and_then(Cidr::buddy) {
                    self.insert(half);
                }
            }
            return;
        }
        for inside in self.largest_first(block).collect::<Vec<_>>() {
            self.remove(inside);
        }
    }

    /// The place for a block of a prefix length: the beginning of the smallest free block that has room for it, of
    /// several as small the one with the lowest address. Only addresses within a block are looked at.
    #[must_use]
    pub fn best_fit(&self, prefix_length: u8, within: Cidr) -> Option<Cidr> {
        let room = self.room(prefix_length, within)?;
        Cidr::around(room.first(), prefix_length)
    }

    /// The smallest free block that has room for a block of a prefix length, of several as small the one with the lowest
    /// address. Of a free block that is larger than the one to look within, only what is in it counts.
    #[must_use]
    pub fn room(&self, prefix_length: u8, within: Cidr) -> Option<Cidr> {
        if prefix_length < within.prefix_length() {
            return None;
        }
        let inside = self.by_length.range(within.prefix_length()..=prefix_length).rev();
        inside.filter_map(|(length, set)| first_of(set, *length, within)).next().or_else(|| self.clipped(within))
    }

    /// The largest free block within a block, of several as large the one with the lowest address.
    #[must_use]
    pub fn largest(&self, within: Cidr) -> Option<Cidr> {
        self.blocks(within).next()
    }

    /// The free blocks within a block: larger ones first, those of one size in address order.
    pub fn blocks(&self, within: Cidr) -> impl Iterator<Item = Cidr> {
        self.clipped(within).into_iter().chain(self.largest_first(within))
    }

    /// Number of free addresses within a block, 0 to 2³².
    #[must_use]
    pub fn size(&self, within: Cidr) -> u64 {
        self.blocks(within).fold(0, |sum, block| sum.saturating_add(block.size()))
    }

    /// The free space without the free blocks that are too small for a block of a prefix length.
    #[must_use]
    pub fn with_room_for(&self, prefix_length: u8) -> Self {
        let large = self.by_length.range(..=prefix_length);
        Self { by_length: large.map(|(length, set)| (*length, set.clone())).collect() }
    }

    /// The whole of a block, when it is inside a larger free one.
    fn clipped(&self, within: Cidr) -> Option<Cidr> {
        self.around(within).filter(|around| *around != within).map(|_| within)
    }

    /// The free block that a block is inside of, or is.
    fn around(&self, block: Cidr) -> Option<Cidr> {
        self.by_length.range(..=block.prefix_length()).find_map(|(length, set)| {
            let around = Cidr::around(block.first(), *length)?;
            set.contains(&u32::from(around.first())).then_some(around)
        })
    }

    /// The free blocks that are inside a block, or are it.
    fn largest_first(&self, within: Cidr) -> impl Iterator<Item = Cidr> {
        let (first, last) = (u32::from(within.first()), u32::from(within.last()));
        self.by_length.range(within.prefix_length()..).flat_map(move |(length, set)| {
            set.range(first..=last).filter_map(|first| Cidr::around(Ipv4Addr::from(*first), *length))
        })
    }

    fn insert(&mut self, block: Cidr) {
        self.by_length.entry(block.prefix_length()).or_default().insert(u32::from(block.first()));
    }

    fn remove(&mut self, block: Cidr) {
        let Some(set) = self.by_length.get_mut(&block.prefix_length()) else { return };
        set.remove(&u32::from(block.first()));
        if set.is_empty() {
            self.by_length.remove(&block.prefix_length());
        }
    }
}

/// The first address of each block and the one after its last, in order. They are numbers of 64 bits because there is a number
/// after the last address of all.
fn spans(blocks: impl IntoIterator<Item = Cidr>) -> impl Iterator<Item = (u64, u64)> {
    overlap::sorted(blocks).into_iter().map(|(key, _)| {
        let (first, length) = (key >> 8, key & 0xff);
        (first, first.saturating_add((1 << 32) >> length))
    })
}

/// The lowest block of a set of one prefix length that is inside a block.
fn first_of(set: &BTreeSet<u32>, length: u8, within: Cidr) -> Option<Cidr> {
    let first = set.range(u32::from(within.first())..=u32::from(within.last())).next()?;
    Cidr::around(Ipv4Addr::from(*first), length)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn block(text: &str) -> Cidr {
        Cidr::parse(text).unwrap()
    }

    const SMALL: &str = "10.0.0.0/26";

    /// Any block of the small space that the laws are checked in.
    fn any_block() -> impl Strategy<Value = Cidr> {
        (0_u32..64, 26_u8..=32)
            .prop_map(|(host, length)| Cidr::around(Ipv4Addr::from(0x0a00_0000 + host), length).unwrap())
    }

    /// Every aligned block of a prefix length in a block.
    fn all(within: Cidr, length: u8) -> Vec<Cidr> {
        if length < within.prefix_length() { Vec::new() } else { within.split(length).unwrap() }
    }

    fn is_free(taken: &[Cidr], block: Cidr) -> bool {
        !taken.iter().any(|taken| taken.overlaps(block))
    }

    proptest! {
        /// Compares with a search through all aligned blocks: of every size and every place to look in.
        #[test]
        fn what_an_exhaustive_search_finds_is_found(
            taken in proptest::collection::vec(any_block(), 0..12),
            within in any_block(),
        ) {
            let space = block(SMALL);
            let mut free = FreeSpace::default();
            free.add(space);
            for block in &taken {
                free.take(*block);
            }
            prop_assert_eq!(&FreeSpace::without(space, &taken), &free);
            for length in 24..=32 {
                let fitting: Vec<Cidr> = all(within, length).into_iter().filter(|b| is_free(&taken, *b)).collect();
                let found = free.best_fit(length, within);
                prop_assert_eq!(found, free.with_room_for(length).best_fit(length, within));
                prop_assert_eq!(found.is_some(), !fitting.is_empty());
                let Some(found) = found else { continue };
                prop_assert!(fitting.contains(&found));
                // The largest free block around each candidate; the smallest of them was taken, then the lowest.
                let room = |candidate: Cidr| {
                    let lengths = within.prefix_length()..=length;
                    let around = lengths.map(|length| Cidr::around(candidate.first(), length).unwrap());
                    around.clone().find(|around| is_free(&taken, *around)).unwrap()
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

        /// Blocks that were added may be next to each other, inside one another or far apart, and some of them taken already.
        #[test]
        fn one_sweep_takes_what_taking_one_by_one_takes(
            added in proptest::collection::vec(any_block(), 0..6),
            before in proptest::collection::vec(any_block(), 0..3),
            taken in proptest::collection::vec(any_block(), 0..12),
        ) {
            let mut free = FreeSpace::default();
            added.iter().for_each(|block| free.add(*block));
            before.iter().for_each(|block| free.take(*block));
            let mut at_once = free.clone();
            at_once.take_all(taken.iter().copied());
            taken.iter().for_each(|block| free.take(*block));
            prop_assert_eq!(at_once, free);
        }

        #[test]
        fn blocks_are_apart_and_the_largest_are_first(taken in proptest::collection::vec(any_block(), 0..12)) {
            let mut free = FreeSpace::default();
            free.add(block(SMALL));
            taken.iter().for_each(|block| free.take(*block));
            let blocks: Vec<Cidr> = free.blocks(block("0.0.0.0/0")).collect();
            prop_assert!(crate::net::first_overlaps(&blocks).iter().all(Option::is_none));
            prop_assert!(blocks.is_sorted_by_key(|block| (block.prefix_length(), block.first())));
            prop_assert!(free.by_length.values().all(|set| !set.is_empty()));
        }
    }

    #[test]
    fn neighbours_that_are_added_apart_stay_apart() {
        let mut free = FreeSpace::default();
        free.add(block("10.0.0.0/17"));
        free.add(block("10.0.128.0/17"));
        free.add(block("10.0.0.0/17"));
        assert_eq!(free.best_fit(16, block("0.0.0.0/0")), None);
        assert_eq!(free.size(block("0.0.0.0/0")), 65_536);
    }

    #[test]
    fn the_whole_address_space_can_be_free() {
        let all = block("0.0.0.0/0");
        let mut free = FreeSpace::default();
        free.add(all);
        assert_eq!((free.size(all), free.best_fit(0, all)), (1 << 32, Some(all)));
        free.take(block("255.255.255.255/32"));
        free.take(block("0.0.0.0/32"));
        assert_eq!((free.size(all), free.best_fit(32, all)), ((1 << 32) - 2, Some(block("0.0.0.1/32"))));
        assert_eq!(free, FreeSpace::without(all, &[block("255.255.255.255/32"), block("0.0.0.0/32")]));
        free.take(all);
        assert_eq!(free, FreeSpace::default());
        assert_eq!(free, FreeSpace::without(block("10.0.0.0/8"), &[all]));
        assert_eq!(
            FreeSpace::without(block("10.0.0.0/8"), &[block("9.0.0.0/8"), block("11.0.0.0/8")]).size(all),
            1 << 24
        );
    }
}
