//! From bytes to values.

use super::{NEW_NAME, UNUSABLE, tag};
use crate::model::names::{NAMES, Name};
use crate::model::pieces::Pieces;
use crate::model::raw::{MAX_DEPTH, Object, Piece, Raw, Unusable, number};

/// The bytes are not what `pack.ts` writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed;

/// The values of a message, which are read one after the other.
///
/// ```
/// use eventstorecloud_planner::ffi::codec::{Values, pack};
/// use eventstorecloud_planner::model::raw::Raw;
///
/// let message = pack(&[Raw::Text("hi".to_string()), Raw::Null]);
/// assert_eq!(message, [2, 0, 0, 0, 6, 0, 0, 0, b'h', b'i', 4, 2, 0, 0, 0, 0]);
/// let mut values = Values::of(&message)?;
/// assert_eq!((values.whole()?, values.whole()?), (Raw::Text("hi".to_string()), Raw::Null));
/// values.finish()?;
/// # Ok::<(), eventstorecloud_planner::ffi::codec::Malformed>(())
/// ```
#[derive(Debug)]
pub struct Values<'a> {
    reader: Reader<'a>,
    is_malformed: bool,
}

impl<'a> Values<'a> {
    /// The values of this message.
    ///
    /// # Errors
    /// The bytes are no message.
    pub fn of(message: &'a [u8]) -> Result<Self, Malformed> {
        let mut reader = Reader { text: "", is_ascii: true, rest: message, names: Vec::new() };
        let (text, values) = (reader.count()?, reader.count()?);
        let (text, rest) = reader.rest.split_at_checked(text).ok_or(Malformed)?;
        if rest.len() != values {
            return Err(Malformed);
        }
        reader.text = std::str::from_utf8(text).map_err(|_| Malformed)?;
        reader.is_ascii = text.is_ascii();
        reader.rest = rest;
        Ok(Self { reader, is_malformed: false })
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
        let is_read = self.reader.rest.is_empty() && self.reader.text.is_empty();
        if is_read && !self.is_malformed { Ok(()) } else { Err(Malformed) }
    }
}

/// Piece by piece, without an end to the nesting: whoever reads knows what belongs where. That something could not be read, is
/// said when all has been read.
impl<'a> Pieces<'a> for Values<'a> {
    fn piece(&mut self) -> Piece<'a> {
        let piece = self.reader.piece();
        self.is_malformed |= piece.is_err();
        piece.unwrap_or(Piece::Null)
    }

    fn name(&mut self) -> Name<'a> {
        let name = self.reader.name();
        self.is_malformed |= name.is_err();
        name.unwrap_or(Name::Other(""))
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
    /// The text that has not been used.
    text: &'a str,
    /// Whether a UTF-16 unit of it is a byte.
    is_ascii: bool,
    /// The values that have not been read.
    rest: &'a [u8],
    /// The new names.
    names: Vec<&'a str>,
}

impl<'a> Reader<'a> {
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
            other => Raw::Unusable(unusable(other)?),
        })
    }

    fn piece(&mut self) -> Result<Piece<'a>, Malformed> {
        let [tag] = self.take()?;
        Ok(match tag {
            tag::NULL => Piece::Null,
            tag::FALSE => Piece::Boolean(false),
            tag::TRUE => Piece::Boolean(true),
            tag::NUMBER => match number(f64::from_le_bytes(self.take()?)) {
                Raw::Number(number) => Piece::Number(number),
                Raw::Unusable(unusable) => Piece::Unusable(unusable),
                _ => return Err(Malformed),
            },
            tag::TEXT => Piece::Text(self.text()?),
            tag::LIST => Piece::List(self.parts(1)?),
            tag::OBJECT => Piece::Object(self.parts(2)?),
            tag::UNKNOWN => Piece::Unknown,
            other => Piece::Unusable(unusable(other)?),
        })
    }

    /// How many parts follow, each of which takes as many bytes at least: no count asks for more than there is.
    fn parts(&mut self, least: usize) -> Result<usize, Malformed> {
        let count = self.count()?;
        if count <= self.rest.len() / least { Ok(count) } else { Err(Malformed) }
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
        if number == NEW_NAME {
            let name = self.text()?;
            if NAMES.len() + self.names.len() < usize::from(NEW_NAME) {
                self.names.push(name);
            }
            return Ok(Name::Other(name));
        }
        let new = usize::from(number).checked_sub(NAMES.len());
        new.map_or(Ok(Name::Known(number)), |new| self.names.get(new).copied().map(Name::Other).ok_or(Malformed))
    }

    fn text(&mut self) -> Result<&'a str, Malformed> {
        let units = self.count()?;
        let end = if self.is_ascii { Some(units) } else { bytes_of(units, self.text) };
        let (text, rest) = end.and_then(|end| self.text.split_at_checked(end)).ok_or(Malformed)?;
        self.text = rest;
        Ok(text)
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

/// How many bytes that many UTF-16 units are at the beginning of a text.
fn bytes_of(units: usize, text: &str) -> Option<usize> {
    let mut left = units;
    for (at, letter) in text.char_indices() {
        if left == 0 {
            return Some(at);
        }
        left = left.checked_sub(letter.len_utf16())?;
    }
    (left == 0).then_some(text.len())
}

/// What no input can be, by its tag.
fn unusable(tag: u8) -> Result<Unusable, Malformed> {
    let place = usize::from(tag).checked_sub(usize::from(tag::UNUSABLE)).ok_or(Malformed)?;
    UNUSABLE.get(place).copied().ok_or(Malformed)
}

/// One level deeper; `pack.ts` goes no deeper than [`MAX_DEPTH`].
fn deeper(depth: usize) -> Result<usize, Malformed> {
    if depth < MAX_DEPTH { Ok(depth + 1) } else { Err(Malformed) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ffi::codec::pack;
    use crate::model::pieces::generated::any_value;

    fn value() -> impl Strategy<Value = Raw> {
        any_value(UNUSABLE.to_vec())
    }

    /// That many values of a message which has no others.
    fn read<const N: usize>(message: &[u8]) -> Result<[Raw; N], Malformed> {
        let mut values = Values::of(message)?;
        let mut read = [const { Raw::Null }; N];
        for value in &mut read {
            *value = values.whole()?;
        }
        values.finish().map(|()| read)
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
            let message = pack(&[before.clone(), list.clone(), after.clone()]);
            let mut values = Values::of(&message).unwrap();
            let item = values.item().map(|item| each(0, item).1);
            prop_assert_eq!(item, Ok(before));
            prop_assert_eq!(values.texts(each), Ok(list_of(list)));
            prop_assert_eq!(values.whole(), Ok(after));
            prop_assert_eq!(values.finish(), Ok(()));
        }

        #[test]
        fn any_bytes_are_values_or_malformed(text in "[a\u{e9}\u{1f600}]{0,4}", values in proptest::collection::vec(any::<u8>(), 0..60)) {
            let _ = read::<1>(&values);
            let lengths = [text.len(), values.len()].map(|length| u32::try_from(length).unwrap().to_le_bytes());
            let _ = read::<1>(&[lengths.concat(), text.into(), values].concat());
        }

        #[test]
        fn what_is_cut_off_is_malformed(value in value(), cut in 1_usize..20) {
            let message = pack(std::slice::from_ref(&value));
            let kept = message.get(..message.len().saturating_sub(cut)).unwrap();
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
    }

    #[test]
    fn bytes_that_are_no_values_are_malformed() {
        let message = |text: &[u8], values: &[u8]| {
            let lengths = [text.len(), values.len()].map(|length| u32::try_from(length).unwrap().to_le_bytes());
            [&lengths.concat(), text, values].concat()
        };
        let count = |count: u8| [count, 0, 0, 0];
        assert_eq!(read(&message(b"a", &[&[tag::TEXT][..], &count(1)].concat())), Ok([Raw::Text("a".to_string())]));
        let malformed = [
            message(b"", &[tag::LIST, 255, 255, 255, 255]),
            message(b"", &[tag::UNUSABLE + 100]),
            // No text, less of it, more of it, half a letter, and none in UTF-8.
            message(b"", &[&[tag::TEXT][..], &count(1)].concat()),
            message(b"ab", &[&[tag::TEXT][..], &count(1)].concat()),
            message(b"a", &[tag::NULL]),
            message("\u{1f600}".as_bytes(), &[&[tag::TEXT][..], &count(1)].concat()),
            message(&[0xff], &[&[tag::TEXT][..], &count(1)].concat()),
            // A number of a name that nothing has, and more values than there should be.
            message(b"", &[&[tag::OBJECT][..], &count(1), &[254, tag::NULL]].concat()),
            message(b"", &[tag::NULL, tag::NULL]),
            [message(b"", &[tag::NULL]), vec![0]].concat(),
        ];
        for message in malformed {
            assert_eq!(read::<1>(&message), Err(Malformed), "{message:?}");
        }
    }

    #[test]
    fn what_no_input_can_be_is_read_as_what_it_is() {
        for unusable in [Unusable::NotANumber, Unusable::Infinite].into_iter().chain(UNUSABLE) {
            assert_eq!(read(&pack(&[Raw::Unusable(unusable)])), Ok([Raw::Unusable(unusable)]));
        }
    }

    #[test]
    fn names_are_numbered_as_long_as_there_are_numbers() {
        let object = |i: usize| Raw::Object([(format!("name {i}"), Raw::Null), ("name".to_string(), Raw::Null)].into());
        let objects: Vec<Raw> = (0..300).map(object).collect();
        assert_eq!(read(&pack(&[Raw::List(objects.clone())])), Ok([Raw::List(objects)]));
    }
}
