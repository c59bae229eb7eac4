//! A value as it is read: piece by piece, so that nothing is built that is not kept.

use super::names::Name;
use super::raw::{MAX_DEPTH, Object, Piece, Raw, Unusable};

/// Where values are read from.
pub trait Pieces<'m> {
    /// The next piece. What cannot be read is `null`.
    fn piece(&mut self) -> Piece<'m>;

    /// The name of the next entry of an object.
    fn name(&mut self) -> Name<'m>;

    /// The value that begins with this piece, whole. What is nested too deeply is said to be.
    fn rest_of(&mut self, piece: Piece<'m>) -> Raw {
        self.rest_at(piece, 0)
    }

    #[doc(hidden)]
    fn rest_at(&mut self, piece: Piece<'m>, depth: usize) -> Raw {
        match piece {
            Piece::Null => Raw::Null,
            Piece::Boolean(boolean) => Raw::Boolean(boolean),
            Piece::Number(number) => Raw::Number(number),
            Piece::Text(text) => Raw::Text(text.to_string()),
            Piece::List(_) | Piece::Object(_) if depth == MAX_DEPTH => Raw::Unusable(Unusable::TooDeep),
            Piece::List(count) => Raw::List((0..count).map(|_| self.next_at(depth + 1)).collect()),
            Piece::Object(count) => {
                Raw::Object(Object::of((0..count).map(|_| (self.name().key(), self.next_at(depth + 1))).collect()))
            }
            Piece::Unknown => Raw::Unknown,
            Piece::Unusable(unusable) => Raw::Unusable(unusable),
        }
    }

    #[doc(hidden)]
    fn next_at(&mut self, depth: usize) -> Raw {
        let piece = self.piece();
        self.rest_at(piece, depth)
    }
}

/// The pieces of a value that has been read before.
#[derive(Debug)]
pub struct Again<'m>(std::vec::IntoIter<Part<'m>>);

#[derive(Debug)]
enum Part<'m> {
    Value(Piece<'m>),
    Name(&'m str),
}

impl<'m> Again<'m> {
    /// Of this value.
    #[must_use]
    pub fn of(value: &'m Raw) -> Self {
        let mut parts = Vec::new();
        add(&mut parts, value);
        Self(parts.into_iter())
    }
}

fn add<'m>(parts: &mut Vec<Part<'m>>, value: &'m Raw) {
    parts.push(Part::Value(value.piece()));
    match value {
        Raw::List(items) => items.iter().for_each(|item| add(parts, item)),
        Raw::Object(entries) => {
            for (name, value) in entries.iter() {
                parts.push(Part::Name(name));
                add(parts, value);
            }
        }
        _ => {}
    }
}

impl<'m> Pieces<'m> for Again<'m> {
    fn piece(&mut self) -> Piece<'m> {
        match self.0.next() {
            Some(Part::Value(piece)) => piece,
            Some(Part::Name(_)) | None => Piece::Null,
        }
    }

    fn name(&mut self) -> Name<'m> {
        match self.0.next() {
            Some(Part::Name(name)) => Name::Other(name),
            Some(Part::Value(_)) | None => Name::Other(""),
        }
    }
}

#[cfg(test)]
pub(crate) mod generated {
    use proptest::prelude::*;

    use crate::model::names::NAMES;
    use crate::model::raw::{Raw, Unusable, number};

    /// Any value, with these for what no input can be.
    pub fn any_value(unusable: Vec<Unusable>) -> impl Strategy<Value = Raw> {
        let scalar = prop_oneof![
            Just(Raw::Null),
            any::<bool>().prop_map(Raw::Boolean),
            any::<f64>().prop_map(number),
            any::<String>().prop_map(Raw::Text),
            Just(Raw::Unknown),
            proptest::sample::select(unusable).prop_map(Raw::Unusable),
        ];
        let name = prop_oneof![any::<String>(), proptest::sample::select(NAMES.to_vec()).prop_map(str::to_string)];
        scalar.prop_recursive(4, 40, 6, move |inside| {
            prop_oneof![
                proptest::collection::vec(inside.clone(), 0..6).prop_map(Raw::List),
                proptest::collection::btree_map(name.clone(), inside, 0..6)
                    .prop_map(|entries| Raw::Object(entries.into_iter().collect())),
            ]
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::generated::any_value;
    use super::*;

    proptest! {
        #[test]
        fn a_value_is_read_again_as_it_is(value in any_value(vec![Unusable::Hole])) {
            let mut again = Again::of(&value);
            let piece = again.piece();
            prop_assert_eq!(&piece, &value.piece());
            prop_assert_eq!(&again.rest_of(piece), &value);
            prop_assert_eq!(again.piece(), Piece::Null);
        }
    }

    #[test]
    fn nesting_has_an_end() {
        let mut deep = Raw::Null;
        for _ in 0..=MAX_DEPTH {
            deep = Raw::List(vec![deep]);
        }
        let mut again = Again::of(&deep);
        let piece = again.piece();
        let mut read = &again.rest_of(piece);
        while let Raw::List(items) = read {
            read = &items[0];
        }
        assert_eq!(*read, Raw::Unusable(Unusable::TooDeep));
    }
}
