//! Which CIDR blocks of many have addresses in common, in one sweep.

use serde::Serialize;

use super::Cidr;
use crate::collect;

/// A CIDR block of a list that overlaps one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct OverlappingCidr {
    /// Its index in the list.
    pub index: usize,
    /// The index of the first CIDR block of the list that it overlaps.
    pub overlaps: usize,
}

/// For every CIDR block, the index of the first other CIDR block of the list that it overlaps, when that one stands
/// before it. `None` for a CIDR block that overlaps none before it.
///
/// Two CIDR blocks that overlap are nested, so the CIDR blocks around a CIDR block are a stack of a sweep in address
/// order: the time is that of sorting them, however many overlap.
///
/// ```
/// use eventstorecloud_planner::net::{Cidr, first_overlaps};
///
/// let cidrs = ["10.0.0.0/8", "10.1.0.0/16", "192.168.0.0/16"].map(|text| Cidr::parse(text).unwrap());
/// assert_eq!(first_overlaps(&cidrs), [None, Some(0), None]);
/// ```
#[must_use]
pub fn first_overlaps(cidrs: &[Cidr]) -> Vec<Option<usize>> {
    // Every CIDR block is its own owner, so that the first of another owner is any other CIDR block.
    let owned: Vec<Owned> = cidrs.iter().enumerate().map(|(owner, cidr)| Owned { cidr: *cidr, owner }).collect();
    let first = first_of_others(&owned, &owned);
    first.into_iter().enumerate().map(|(index, first)| first.filter(|first| *first < index)).collect()
}

/// The indexes of CIDR blocks in the order of their addresses. Of two with one first address the larger CIDR block
/// comes first: it is around the other. Of equal ones the first comes first.
///
/// ```
/// use eventstorecloud_planner::net::{Cidr, by_address};
///
/// let cidrs = ["10.1.0.0/16", "10.0.0.0/8", "10.0.0.0/24"].map(|text| Cidr::parse(text).unwrap());
/// assert_eq!(by_address(cidrs), [1, 2, 0]);
/// ```
#[must_use]
pub fn by_address(cidrs: impl IntoIterator<Item = Cidr>) -> Vec<usize> {
    sorted(cidrs).into_iter().map(|(_, index)| index).collect()
}

/// The first addresses of CIDR blocks with their prefix lengths, as one number, and their indexes: in order.
pub(super) fn sorted(cidrs: impl IntoIterator<Item = Cidr>) -> Vec<(u64, usize)> {
    let key = |cidr: Cidr| (u64::from(u32::from(cidr.first())) << 8) | u64::from(cidr.prefix_length());
    let mut order: Vec<(u64, usize)> = cidrs.into_iter().enumerate().map(|(index, cidr)| (key(cidr), index)).collect();
    if order.len() < MANY {
        return collect::sorted_by(order, Ord::cmp);
    }
    let mut sorted = vec![(0, 0); order.len()];
    for shift in (0..KEY_BITS).step_by(DIGIT_BITS) {
        sort_by_digit(&order, &mut sorted, shift);
        std::mem::swap(&mut order, &mut sorted);
    }
    order
}

/// From how many CIDR blocks on sorting by digits is faster than comparing.
const MANY: usize = 200;

/// Bits of an address and a byte for a prefix length.
const KEY_BITS: u32 = 40;

const DIGIT_BITS: usize = 10;

/// The highest digit.
const DIGIT: u64 = (1 << DIGIT_BITS) - 1;

/// By the digit whose lowest bit is this one: those with a lower digit first; those with the same one stay in the order
/// that they have.
fn sort_by_digit(from: &[(u64, usize)], to: &mut [(u64, usize)], shift: u32) {
    let digit = |key: u64| ((key >> shift) & DIGIT) as usize;
    // Where the next one with a digit goes: after all with lower digits.
    let mut indexes = [0_usize; 1 << DIGIT_BITS];
    for (key, _) in from {
        if let Some(count) = indexes.get_mut(digit(*key)) {
            *count += 1;
        }
    }
    let mut before = 0_usize;
    for index in &mut indexes {
        before += std::mem::replace(index, before);
    }
    for entry in from {
        let Some(index) = indexes.get_mut(digit(entry.0)) else { continue };
        if let Some(slot) = to.get_mut(*index) {
            *slot = *entry;
        }
        *index += 1;
    }
}

/// Calls a function with the indexes of every two CIDR blocks that overlap, the outer one first, in the order of the
/// inner ones' addresses, until it fails. The time is that of sorting the CIDR blocks and of the calls.
///
/// # Errors
/// What the function fails with.
pub fn each_overlap<E>(cidrs: &[Cidr], mut each: impl FnMut(usize, usize) -> Result<(), E>) -> Result<(), E> {
    // The CIDR blocks around the current one, from the outside in.
    let mut open: Vec<(Cidr, usize)> = Vec::new();
    for index in by_address(cidrs.iter().copied()) {
        let Some(cidr) = cidrs.get(index).copied() else { continue };
        while open.last().is_some_and(|(around, _)| around.last() < cidr.first()) {
            open.pop();
        }
        for (_, around) in &open {
            each(*around, index)?;
        }
        open.push((cidr, index));
    }
    Ok(())
}

/// A CIDR block and whose it is, as a number of the caller's choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owned {
    /// The CIDR block.
    pub cidr: Cidr,
    /// Whose it is.
    pub owner: usize,
}

/// For every CIDR block that is asked about, the index of the first of the CIDR blocks which overlaps it and is another
/// owner's.
///
/// One sweep like that of [`first_overlaps`], however many overlap.
///
/// ```
/// use eventstorecloud_planner::net::{Cidr, Owned, first_of_others};
///
/// let owned = |text, owner| Owned { cidr: Cidr::parse(text).unwrap(), owner };
/// let routes = [owned("10.1.0.0/16", 1), owned("10.1.2.0/24", 2)];
/// let asked = [owned("10.0.0.0/8", 1), owned("10.0.0.0/8", 2), owned("10.2.0.0/16", 1)];
/// assert_eq!(first_of_others(&asked, &routes), [Some(1), Some(0), None]);
/// ```
#[must_use]
pub fn first_of_others(asked: &[Owned], cidrs: &[Owned]) -> Vec<Option<usize>> {
    let mut first: Vec<Option<usize>> = vec![None; asked.len()];
    // The CIDR blocks around the current one, from the outside in.
    let mut open: Vec<Open> = Vec::new();
    for at in by_address(asked.iter().chain(cidrs).map(|owned| owned.cidr)) {
        let (index, is_question) = at.checked_sub(asked.len()).map_or((at, true), |index| (index, false));
        let Some(owned) = (if is_question { asked.get(index) } else { cidrs.get(index) }).copied() else { continue };
        while open.last().is_some_and(|around| around.owned.cidr.last() < owned.cidr.first()) {
            close(&mut open, &mut first);
        }
        let around = open.last().map_or(Earliest::default(), |parent| parent.around.with(parent.own()));
        open.push(Open { owned, index, is_question, around, inside: Earliest::default() });
    }
    while !open.is_empty() {
        close(&mut open, &mut first);
    }
    first
}

struct Open {
    owned: Owned,
    index: usize,
    is_question: bool,
    /// Of the CIDR blocks around it.
    around: Earliest,
    /// Of the CIDR blocks inside it.
    inside: Earliest,
}

impl Open {
    /// Itself, when it is one of the CIDR blocks that are looked for.
    fn own(&self) -> Earliest {
        let own = (!self.is_question).then_some(Found { index: self.index, owner: self.owned.owner });
        Earliest { first: own, of_another: None }
    }
}

/// Ends the innermost open CIDR block: all that is inside it is known.
fn close(open: &mut Vec<Open>, first: &mut [Option<usize>]) {
    let Some(done) = open.pop() else { return };
    if let Some(slot) = first.get_mut(done.index).filter(|_| done.is_question) {
        *slot = done.around.with(done.inside).not_of(done.owned.owner);
    }
    if let Some(parent) = open.last_mut() {
        parent.inside = parent.inside.with(done.inside).with(done.own());
    }
}

#[derive(Clone, Copy)]
struct Found {
    index: usize,
    owner: usize,
}

/// The first of some CIDR blocks, and the first of those whose owner is another than that one's.
#[derive(Clone, Copy, Default)]
struct Earliest {
    first: Option<Found>,
    of_another: Option<Found>,
}

impl Earliest {
    /// Of these CIDR blocks and those.
    fn with(self, other: Self) -> Self {
        other.first.into_iter().chain(other.of_another).fold(self, Self::add)
    }

    fn add(self, found: Found) -> Self {
        let Some(first) = self.first else { return Self { first: Some(found), ..self } };
        if found.owner == first.owner {
            let earlier = if found.index < first.index { found } else { first };
            return Self { first: Some(earlier), ..self };
        }
        if found.index < first.index {
            // What was first of all is now the first of another owner.
            return Self { first: Some(found), of_another: Some(first) };
        }
        let of_another = self.of_another.filter(|other| other.index < found.index).unwrap_or(found);
        Self { of_another: Some(of_another), ..self }
    }

    /// The index of the first that is not this owner's.
    fn not_of(self, owner: usize) -> Option<usize> {
        let found = self.first.filter(|first| first.owner != owner).or(self.of_another)?;
        Some(found.index)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cidr() -> impl Strategy<Value = Cidr> {
        (0_u32..64, 24_u8..=32).prop_map(|(host, length)| {
            Cidr::containing(std::net::Ipv4Addr::from(0x0a00_0000 + host * 8), length).unwrap()
        })
    }

    fn owned() -> impl Strategy<Value = Owned> {
        (cidr(), 0_usize..4).prop_map(|(cidr, owner)| Owned { cidr, owner })
    }

    proptest! {
        #[test]
        fn sorting_by_digits_is_sorting(keys in proptest::collection::vec((any::<u32>(), 0_u8..=32), 0..4 * MANY)) {
            let cidrs = keys.iter().map(|(bits, length)| Cidr::containing((*bits).into(), *length).unwrap());
            let mut compared: Vec<(Cidr, usize)> = cidrs.clone().enumerate().map(|(index, cidr)| (cidr, index)).collect();
            compared.sort_by_key(|(cidr, index)| (cidr.first(), cidr.prefix_length(), *index));
            prop_assert_eq!(by_address(cidrs), compared.iter().map(|(_, index)| *index).collect::<Vec<_>>());
        }

        #[test]
        fn it_says_what_comparing_all_pairs_says(cidrs in proptest::collection::vec(cidr(), 0..40)) {
            let pairs: Vec<Option<usize>> = (0..cidrs.len())
                .map(|later| (0..later).find(|earlier| cidrs[*earlier].overlaps(cidrs[later])))
                .collect();
            prop_assert_eq!(first_overlaps(&cidrs), pairs);
        }

        #[test]
        fn each_two_that_overlap_are_told_once(cidrs in proptest::collection::vec(cidr(), 0..30)) {
            let mut told = Vec::new();
            let ended: Result<(), ()> = each_overlap(&cidrs, |outer, inner| {
                assert!(cidrs[outer].contains(cidrs[inner]));
                told.push((outer.min(inner), outer.max(inner)));
                Ok(())
            });
            told.sort_unstable();
            let indexes = 0..cidrs.len();
            let mut pairs: Vec<(usize, usize)> = indexes
                .flat_map(|later| (0..later).map(move |earlier| (earlier, later)))
                .filter(|(earlier, later)| cidrs[*earlier].overlaps(cidrs[*later]))
                .collect();
            pairs.sort_unstable();
            prop_assert_eq!((ended, told), (Ok(()), pairs));
        }

        #[test]
        fn owners_are_told_apart_as_comparing_all_pairs_does(
            asked in proptest::collection::vec(owned(), 0..30),
            cidrs in proptest::collection::vec(owned(), 0..30),
        ) {
            let is_answer = |a: &Owned, b: &Owned| a.owner != b.owner && a.cidr.overlaps(b.cidr);
            let pairs: Vec<Option<usize>> =
                asked.iter().map(|a| cidrs.iter().position(|b| is_answer(a, b))).collect();
            prop_assert_eq!(first_of_others(&asked, &cidrs), pairs);
        }
    }

    #[test]
    fn the_whole_address_space_is_around_everything() {
        let cidrs = ["255.255.255.255/32", "0.0.0.0/0", "0.0.0.0/32"].map(|text| Cidr::parse(text).unwrap());
        assert_eq!(first_overlaps(&cidrs), [None, Some(0), Some(1)]);
    }
}
