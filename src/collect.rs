//! Sorting and collecting where speed does not matter.
//!
//! std's sort, which collecting into a set or map uses as well, is copied for every type that it is used with, and a copy
//! takes 6 kB of the wasm. Here the copies are as small as they can be (`npm run size` prints what they take).

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// The items in order; equal ones stay in the order that they have.
///
/// ```
/// use eventstorecloud_planner::collect::sorted_by;
///
/// assert_eq!(sorted_by(vec!["ccc", "b", "aa", "d"], |a, b| a.len().cmp(&b.len())), ["b", "d", "aa", "ccc"]);
/// ```
#[must_use]
pub fn sorted_by<T>(items: Vec<T>, mut compare: impl FnMut(&T, &T) -> Ordering) -> Vec<T> {
    let order = order(items.len(), &mut |a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|place| items.get_mut(place)?.take()).collect()
}

/// The places of that many items, in order; those of equal ones stay in the order that they have.
#[must_use]
pub fn order(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

/// The items as a set.
#[must_use]
pub fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    for item in items {
        set.insert(item);
    }
    set
}

/// The entries as a map; of two with one key the last one counts.
#[must_use]
pub fn map<K: Ord, V>(entries: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    for (key, value) in entries {
        map.insert(key, value);
    }
    map
}
