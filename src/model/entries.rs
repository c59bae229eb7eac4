//! A map of a plain object: its keys in order, each once.
//!
//! Most objects have a few keys, nearly all of them names that the model knows. So the entries stand in one list, and the
//! known names are not copied: reading a program asks for little memory.

use std::borrow::Cow;
use std::fmt;

/// The key of an entry. A name that the model knows is borrowed.
pub type Key = Cow<'static, str>;

/// The entries of an object.
#[derive(Clone, Default, PartialEq)]
pub struct Entries<V>(Vec<(Key, V)>);

impl<V> Entries<V> {
    /// No entries.
    pub const EMPTY: Self = Self(Vec::new());

    /// Puts entries in order; of a key that is there twice, the last value counts, as in JavaScript.
    #[must_use]
    pub fn of(mut entries: Vec<(Key, V)>) -> Self {
        if !entries.is_sorted_by(|(a, _), (b, _)| a < b) {
            entries.sort_by(|(a, _), (b, _)| a.cmp(b));
            entries.dedup_by(|(later, value), (earlier, kept)| {
                let is_same = later == earlier;
                if is_same {
                    std::mem::swap(value, kept);
                }
                is_same
            });
        }
        Self(entries)
    }

    /// Number of entries.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether it has no entries.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&V> {
        let (_, value) = self.0.get(self.place(key).ok()?)?;
        Some(value)
    }

    /// The value of a key, to be changed.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut V> {
        let place = self.place(key).ok()?;
        self.0.get_mut(place).map(|(_, value)| value)
    }

    /// Whether there is a key.
    #[must_use]
    pub fn contains_key(&self, key: &str) -> bool {
        self.place(key).is_ok()
    }

    /// Takes a key and its value out, and gives the value.
    pub fn remove(&mut self, key: &str) -> Option<V> {
        let place = self.place(key).ok()?;
        Some(self.0.remove(place).1)
    }

    /// Sets the value of a key. For a few keys; many are collected.
    pub fn insert(&mut self, key: impl Into<Key>, value: V) {
        let key = key.into();
        match self.place(&key) {
            Ok(place) => {
                if let Some(entry) = self.0.get_mut(place) {
                    entry.1 = value;
                }
            }
            Err(place) => self.0.insert(place, (key, value)),
        }
    }

    /// The entries in their order, to change their values.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&str, &mut V)> {
        self.0.iter_mut().map(|(key, value)| (&**key, value))
    }

    /// Keeps only some values.
    pub fn retain(&mut self, keep: impl Fn(&V) -> bool) {
        self.0.retain(|(_, value)| keep(value));
    }

    /// The entries in the order of their keys.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &V)> {
        self.0.iter().map(|(key, value)| (key.as_ref(), value))
    }

    /// The keys in their order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.iter().map(|(key, _)| key)
    }

    fn place(&self, key: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.as_ref().cmp(key))
    }
}

/// As [`Entries::of`].
impl<K: Into<Key>, V> FromIterator<(K, V)> for Entries<V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        Self::of(entries.into_iter().map(|(key, value)| (key.into(), value)).collect())
    }
}

impl<V: fmt::Debug> fmt::Debug for Entries<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<K: Into<Key>, V, const N: usize> From<[(K, V); N]> for Entries<V> {
    fn from(entries: [(K, V); N]) -> Self {
        entries.into_iter().collect()
    }
}

impl<V> IntoIterator for Entries<V> {
    type Item = (Key, V);
    type IntoIter = std::vec::IntoIter<(Key, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// It is a map: the same keys in the same order with the same values, whatever is done to it.
        #[test]
        fn it_is_a_map(
            entries in proptest::collection::vec(("[a-e]{0,2}", any::<f64>()), 0..40),
            inserted in proptest::collection::vec(("[a-e]{0,2}", any::<f64>()), 0..10),
            removed in proptest::collection::vec("[a-e]{0,2}", 0..10),
        ) {
            let mut map: BTreeMap<String, f64> = entries.iter().cloned().collect();
            let mut object: Entries<f64> = entries.into_iter().collect();
            for (key, value) in inserted {
                map.insert(key.clone(), value);
                object.insert(key, value);
            }
            for key in removed {
                prop_assert_eq!(map.remove(&key), object.remove(&key));
            }
            prop_assert_eq!(object.len(), map.len());
            prop_assert_eq!(object.is_empty(), map.is_empty());
            prop_assert!(object.keys().eq(map.keys()));
            for (key, value) in &map {
                prop_assert!(object.contains_key(key));
                prop_assert_eq!(object.get(key), Some(value));
            }
            prop_assert_eq!(object.get("f"), None);
            let entries: Vec<(Key, f64)> = map.into_iter().map(|(key, value)| (key.into(), value)).collect();
            prop_assert_eq!(object.into_iter().collect::<Vec<_>>(), entries);
        }
    }
}
