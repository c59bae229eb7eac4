//! The names that inputs are made of: of properties, of what a document says, and of options that are given in many calls.
//!
//! They cross the boundary as numbers, one byte each, so that neither side writes, reads or compares their text.

use super::entries::Key;
use super::keys::{DOCUMENT_KEYS, MARKERS, RESOURCE_KEYS, RUN_OPTIONS};
use super::kind::{Kind, PropertyId, Secrecy};
use super::kinds::KINDS;

/// All names, each once. Its place is its number.
pub static NAMES: [&str; COUNT] = first(&ALL.0);

/// The name of an entry as it arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name<'a> {
    /// One of [`NAMES`], by its number.
    Known(u8),
    /// Another one, or one of them in letters.
    Other(&'a str),
}

impl<'a> Name<'a> {
    /// The name of this text.
    #[must_use]
    pub fn of(text: &'a str) -> Self {
        let number = (0..).zip(NAMES).find(|(_, name)| *name == text);
        number.map_or(Self::Other(text), |(number, _)| Self::Known(number))
    }

    /// The name in letters.
    #[must_use]
    pub fn text(self) -> &'a str {
        match self {
            Self::Known(number) => NAMES.get(usize::from(number)).copied().unwrap_or_default(),
            Self::Other(text) => text,
        }
    }

    /// The name as the key of an object.
    #[must_use]
    pub fn key(self) -> Key {
        match self {
            Self::Known(number) => Key::Borrowed(NAMES.get(usize::from(number)).copied().unwrap_or_default()),
            Self::Other(text) => Key::Owned(text.to_string()),
        }
    }

    /// The property of this name.
    #[must_use]
    pub fn property_of(self, kind: &Kind) -> Option<PropertyId> {
        match self {
            Self::Known(number) => {
                let place = *PLACES.get(kind.id as usize)?.get(usize::from(number))?;
                (place != NO_PROPERTY).then_some(PropertyId(place.into()))
            }
            Self::Other(text) => kind.property(text).map(|(id, _)| id),
        }
    }
}

/// For each kind the place of the property of each name.
static PLACES: [[u8; COUNT]; KINDS.len()] = places();
const NO_PROPERTY: u8 = u8::MAX;

const COUNT: usize = ALL.1;
/// The maximum number of names: one byte counts them.
const MAX: usize = 254;
const ALL: ([&str; MAX], usize) = all();

/// The names of all properties, those of documents, the keys inside properties, and those of options, each once, and how
/// many they are.
#[expect(clippy::indexing_slicing, reason = "the compiler runs it, and stops at a fault")]
const fn all() -> ([&'static str; MAX], usize) {
    let mut all = ([""; MAX], 0);
    let mut kind = 0;
    while kind < KINDS.len() {
        let mut property = 0;
        while property < KINDS[kind].properties.len() {
            all = with(all, KINDS[kind].properties[property].name);
            property += 1;
        }
        kind += 1;
    }
    all = with_all(all, &DOCUMENT_KEYS);
    all = with_all(all, &RESOURCE_KEYS);
    all = with_all(all, &MARKERS);
    kind = 0;
    while kind < KINDS.len() {
        let mut property = 0;
        while property < KINDS[kind].properties.len() {
            let keys = KINDS[kind].properties[property].keys();
            let mut key = 0;
            while key < keys.len() {
                all = with(all, keys[key].name);
                key += 1;
            }
            if let Secrecy::SecretBut(open) = KINDS[kind].properties[property].secrecy {
                all = with_all(all, open);
            }
            property += 1;
        }
        kind += 1;
    }
    with_all(all, &RUN_OPTIONS)
}

#[expect(clippy::indexing_slicing, reason = "as in `all`")]
const fn with_all(mut all: ([&'static str; MAX], usize), names: &[&'static str]) -> ([&'static str; MAX], usize) {
    let mut i = 0;
    while i < names.len() {
        all = with(all, names[i]);
        i += 1;
    }
    all
}

#[expect(clippy::indexing_slicing, reason = "as in `all`")]
const fn with((mut names, count): ([&'static str; MAX], usize), name: &'static str) -> ([&'static str; MAX], usize) {
    let mut i = 0;
    while i < count {
        if is_same(names[i], name) {
            return (names, count);
        }
        i += 1;
    }
    names[count] = name;
    (names, count + 1)
}

#[expect(clippy::indexing_slicing, reason = "as in `all`")]
const fn first(names: &[&'static str; MAX]) -> [&'static str; COUNT] {
    let mut first = [""; COUNT];
    let mut i = 0;
    while i < COUNT {
        first[i] = names[i];
        i += 1;
    }
    first
}

#[expect(
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "as in `all`; no kind has 255 properties"
)]
const fn places() -> [[u8; COUNT]; KINDS.len()] {
    let mut places = [[NO_PROPERTY; COUNT]; KINDS.len()];
    let mut kind = 0;
    while kind < KINDS.len() {
        let mut property = 0;
        while property < KINDS[kind].properties.len() {
            let mut name = 0;
            while !is_same(ALL.0[name], KINDS[kind].properties[property].name) {
                name += 1;
            }
            places[KINDS[kind].id as usize][name] = property as u8;
            property += 1;
        }
        kind += 1;
    }
    places
}

#[expect(clippy::indexing_slicing, reason = "as in `all`")]
const fn is_same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut i = 0;
    while i < a.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_name_has_one_number() {
        assert_eq!(BTreeSet::from(NAMES).len(), NAMES.len());
        for (number, name) in (0..).zip(NAMES) {
            assert_eq!(Name::of(name), Name::Known(number));
            assert_eq!((Name::Known(number).text(), Name::Known(number).key()), (name, Key::from(name)));
        }
        assert_eq!(Name::of("colour"), Name::Other("colour"));
        assert_eq!((Name::Other("colour").text(), Name::Other("colour").key()), ("colour", Key::from("colour")));
    }

    #[test]
    fn a_property_is_found_by_its_number_as_by_its_name() {
        for kind in KINDS {
            for name in NAMES {
                let expected = kind.property(name).map(|(id, _)| id);
                assert_eq!(Name::of(name).property_of(kind), expected, "{} {name}", kind.name);
                assert_eq!(Name::Other(name).property_of(kind), expected, "{} {name}", kind.name);
            }
        }
    }
}
