//! From bytes to values.

use super::{UNUSABLE, tag};
use crate::model::names::{NAMES, Name};
use crate::model::raw::{MAX_DEPTH, Object, Raw, number};

/// The bytes are not what `pack.ts` writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed;

/// Reads the values that stand one after the other, one for each place of the array.
///
/// # Errors
/// The bytes are no packed values, or not that many.
///
/// ```
/// use eventstorecloud_planner::model::raw::Raw;
/// use eventstorecloud_planner::packed::read;
///
/// assert_eq!(read(&[4, 2, 0, 0, 0, b'h', b'i', 2]), Ok([Raw::Text("hi".to_string()), Raw::Boolean(true)]));
/// assert!(read::<1>(&[4, 9]).is_err());
/// ```
pub fn read<const N: usize>(bytes: &[u8]) -> Result<[Raw; N], Malformed> {
    let mut reader = Reader { rest: bytes };
    let values = reader.values()?;
    if reader.rest.is_empty() { Ok(values) } else { Err(Malformed) }
}

/// Packed values that are read one after the other.
#[derive(Debug)]
pub struct Values<'a> {
    reader: Reader<'a>,
    is_malformed: bool,
}

impl<'a> Values<'a> {
    /// The values in these bytes.
    #[must_use]
    pub const fn of(bytes: &'a [u8]) -> Self {
        Self { reader: Reader { rest: bytes }, is_malformed: false }
    }

    /// Reads the next value whole.
    ///
    /// # Errors
    /// There is none.
    pub fn whole(&mut self) -> Result<Raw, Malformed> {
        self.reader.value(0)
    }

    /// Reads the next value; text is not copied.
    ///
    /// # Errors
    /// There is none.
    pub fn item(&mut self) -> Result<Item<'a>, Malformed> {
        self.reader.item(0)
    }

    /// Whether the next value is an object.
    #[must_use]
    pub fn is_object(&self) -> bool {
        self.reader.rest.first() == Some(&tag::OBJECT)
    }

    /// Gives the entries of the next value, an object, one by one.
    ///
    /// # Errors
    /// There is no object.
    pub fn entries(&mut self) -> Result<impl Iterator<Item = (Name<'a>, Raw)>, Malformed> {
        let ([tag::OBJECT], mut left) = (self.reader.take()?, self.reader.count()?) else { return Err(Malformed) };
        Ok(std::iter::from_fn(move || {
            left = left.checked_sub(1)?;
            let entry = self.reader.name().and_then(|name| Ok((name, self.reader.value(1)?)));
            self.is_malformed |= entry.is_err();
            entry.ok()
        }))
    }

    /// Reads the next value, a list of texts, and makes something of each without keeping it. Gives the value itself when it
    /// is no list.
    ///
    /// # Errors
    /// There is none.
    pub fn texts<T>(&mut self, mut each: impl FnMut(usize, Item<'_>) -> T) -> Result<Result<Vec<T>, Raw>, Malformed> {
        let reader = &mut self.reader;
        if reader.rest.first() != Some(&tag::LIST) {
            return Ok(Err(reader.value(0)?));
        }
        let [_] = reader.take()?;
        let count = reader.count()?;
        let mut items = Vec::with_capacity(count.min(reader.rest.len()));
        for place in 0..count {
            items.push(each(place, reader.item(1)?));
        }
        Ok(Ok(items))
    }

    /// To be called when all has been read.
    ///
    /// # Errors
    /// Something could not be read, or there is more.
    pub fn finish(self) -> Result<(), Malformed> {
        if self.is_malformed || !self.reader.rest.is_empty() { Err(Malformed) } else { Ok(()) }
    }
}

/// A value that should be text.
#[derive(Debug, PartialEq)]
pub enum Item<'a> {
    /// Text.
    Text(&'a str),
    /// Something else.
    Other(Raw),
}

impl Item<'_> {
    /// The text, when it is one.
    #[must_use]
    pub const fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Other(_) => None,
        }
    }
}

#[derive(Debug)]
struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn values<const N: usize>(&mut self) -> Result<[Raw; N], Malformed> {
        let mut values = [const { Raw::Null }; N];
        for value in &mut values {
            *value = self.value(0)?;
        }
        Ok(values)
    }

    fn value(&mut self, depth: usize) -> Result<Raw, Malformed> {
        let [tag] = self.take()?;
        Ok(match tag {
            tag::NULL => Raw::Null,
            tag::FALSE => Raw::Boolean(false),
            tag::TRUE => Raw::Boolean(true),
            tag::NUMBER => number(f64::from_le_bytes(self.take()?)),
            tag::TEXT => Raw::Text(self.text()?.to_string()),
            tag::LIST => Raw::List(self.list(depth)?),
            tag::OBJECT => Raw::Object(self.object(depth)?),
            tag::UNKNOWN => Raw::Unknown,
            other => {
                let place = usize::from(other).checked_sub(usize::from(tag::UNUSABLE)).ok_or(Malformed)?;
                Raw::Unusable(*UNUSABLE.get(place).ok_or(Malformed)?)
            }
        })
    }

    fn item(&mut self, depth: usize) -> Result<Item<'a>, Malformed> {
        if let Some((&tag::TEXT, rest)) = self.rest.split_first() {
            self.rest = rest;
            return Ok(Item::Text(self.text()?));
        }
        Ok(Item::Other(self.value(depth)?))
    }

    fn list(&mut self, depth: usize) -> Result<Vec<Raw>, Malformed> {
        let depth = deeper(depth)?;
        let count = self.count()?;
        // Every item takes a byte at least, so a count cannot ask for more than there is.
        let mut items = Vec::with_capacity(count.min(self.rest.len()));
        for _ in 0..count {
            items.push(self.value(depth)?);
        }
        Ok(items)
    }

    fn object(&mut self, depth: usize) -> Result<Object, Malformed> {
        let depth = deeper(depth)?;
        let count = self.count()?;
        // Every entry takes two bytes at least.
        let mut entries = Vec::with_capacity(count.min(self.rest.len()));
        for _ in 0..count {
            let key = self.name()?.key();
            entries.push((key, self.value(depth)?));
        }
        Ok(Object::of(entries))
    }

    fn name(&mut self) -> Result<Name<'a>, Malformed> {
        let [number] = self.take()?;
        match number {
            tag::OTHER_NAME => self.text().map(Name::Other),
            known if usize::from(known) < NAMES.len() => Ok(Name::Known(known)),
            _ => Err(Malformed),
        }
    }

    fn text(&mut self) -> Result<&'a str, Malformed> {
        let length = self.count()?;
        let (text, rest) = self.rest.split_at_checked(length).ok_or(Malformed)?;
        self.rest = rest;
        std::str::from_utf8(text).map_err(|_| Malformed)
    }

    fn count(&mut self) -> Result<usize, Malformed> {
        usize::try_from(u32::from_le_bytes(self.take()?)).map_err(|_| Malformed)
    }

    fn take<const N: usize>(&mut self) -> Result<[u8; N], Malformed> {
        let (taken, rest) = self.rest.split_first_chunk().ok_or(Malformed)?;
        self.rest = rest;
        Ok(*taken)
    }
}

/// One level deeper; `pack.ts` goes no deeper than [`MAX_DEPTH`].
fn deeper(depth: usize) -> Result<usize, Malformed> {
    if depth < MAX_DEPTH { Ok(depth + 1) } else { Err(Malformed) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::raw::Unusable;
    use crate::packed::pack;

    fn value() -> impl Strategy<Value = Raw> {
        let scalar = prop_oneof![
            Just(Raw::Null),
            any::<bool>().prop_map(Raw::Boolean),
            any::<f64>().prop_map(number),
            any::<String>().prop_map(Raw::Text),
            Just(Raw::Unknown),
            proptest::sample::select(UNUSABLE.to_vec()).prop_map(Raw::Unusable),
        ];
        scalar.prop_recursive(4, 40, 6, |inside| {
            prop_oneof![
                proptest::collection::vec(inside.clone(), 0..6).prop_map(Raw::List),
                proptest::collection::btree_map(any::<String>(), inside, 0..6)
                    .prop_map(|entries| Raw::Object(entries.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_packed_is_read(first in value(), second in value()) {
            // There are two infinities, and both are one fault.
            prop_assert_eq!(read(&pack(&[first.clone(), second.clone()])), Ok([first, second]));
        }

        #[test]
        fn a_list_of_texts_is_read_as_any_list(before in value(), list in value(), after in value()) {
            let each = |place: usize, item: Item<'_>| (place, match item {
                Item::Text(text) => Raw::Text(text.to_string()),
                Item::Other(other) => other,
            });
            let list_of = |list: Raw| match list {
                Raw::List(items) => Ok(items.into_iter().enumerate().collect()),
                other => Err(other),
            };
            let bytes = pack(&[before.clone(), list.clone(), after.clone()]);
            let mut values = Values::of(&bytes);
            let item = values.item().map(|item| each(0, item).1);
            prop_assert_eq!(item, Ok(before));
            prop_assert_eq!(values.texts(each), Ok(list_of(list)));
            prop_assert_eq!(values.whole(), Ok(after));
            prop_assert_eq!(values.finish(), Ok(()));
        }

        #[test]
        fn any_bytes_are_values_or_malformed(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            let _ = read::<1>(&bytes);
        }

        #[test]
        fn what_is_cut_off_is_malformed(value in value(), cut in 1_usize..20) {
            let bytes = pack(std::slice::from_ref(&value));
            let kept = bytes.get(..bytes.len().saturating_sub(cut)).unwrap();
            prop_assert_eq!(read::<1>(kept), Err(Malformed));
        }
    }

    #[test]
    fn nesting_has_an_end() {
        let mut deep = Raw::Null;
        for _ in 0..MAX_DEPTH {
            deep = Raw::List(vec![deep]);
        }
        assert!(read::<1>(&pack(std::slice::from_ref(&deep))).is_ok());
        assert_eq!(read::<1>(&pack(&[Raw::List(vec![deep])])), Err(Malformed));
        assert_eq!(read::<1>(&[tag::LIST, 255, 255, 255, 255]), Err(Malformed));
        assert_eq!(read::<1>(&[tag::UNUSABLE + 100]), Err(Malformed));
        assert_eq!(read::<1>(&[tag::TEXT, 1, 0, 0, 0, 0xff]), Err(Malformed));
        let all = [Unusable::NotANumber, Unusable::Infinite].into_iter().chain(UNUSABLE);
        for unusable in all {
            assert_eq!(read(&pack(&[Raw::Unusable(unusable)])), Ok([Raw::Unusable(unusable)]));
        }
    }
}
