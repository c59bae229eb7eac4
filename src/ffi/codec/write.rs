//! From values to messages.

use std::fmt::{self, Display};

use serde::ser::{self, Serialize};

use super::{NEW_NAME, UNUSABLE, tag};
use crate::model::names::{NAMES, Name};
use crate::model::raw::{Raw, Unusable};

/// Bytes that both the text and the values of most answers fit in, and names of most: room that is asked for once.
const MOST_ANSWERS: usize = 1_024;
const MOST_NAMES: usize = 32;

/// The message of a value, after these bytes.
///
/// # Errors
/// The value has something that no answer of ours has, such as a tuple.
pub fn write<T: Serialize + ?Sized>(before: &[u8], value: &T) -> Result<Vec<u8>, Unwritable> {
    let mut writer = Writer::new();
    value.serialize(&mut writer)?;
    writer.message(before)
}

/// The message of these values, for callers in Rust; JavaScript's are packed by `pack.ts`.
#[must_use]
pub fn pack(values: &[Raw]) -> Vec<u8> {
    let mut writer = Writer::new();
    let added: Result<(), Unwritable> = values.iter().try_for_each(|value| writer.raw(value));
    added.and_then(|()| writer.message(&[])).unwrap_or_default()
}

/// Nothing that the packed form can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unwritable;

impl Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an answer cannot be packed")
    }
}

impl std::error::Error for Unwritable {}

impl ser::Error for Unwritable {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

struct Writer {
    text: String,
    values: Vec<u8>,
    /// The new names; those of maps are empty, and written anew each time.
    names: Vec<&'static str>,
}

impl Writer {
    fn new() -> Self {
        Self {
            text: String::with_capacity(MOST_ANSWERS),
            values: Vec::with_capacity(MOST_ANSWERS),
            names: Vec::with_capacity(MOST_NAMES),
        }
    }

    fn message(self, before: &[u8]) -> Result<Vec<u8>, Unwritable> {
        let (text, values) = (self.text.as_bytes(), self.values.as_slice());
        let mut message = Vec::with_capacity(before.len() + 8 + text.len() + values.len());
        message.extend_from_slice(before);
        for part in [text, values] {
            message.extend_from_slice(&count(part.len())?);
        }
        message.extend_from_slice(text);
        message.extend_from_slice(values);
        Ok(message)
    }

    fn tag(&mut self, tag: u8) {
        self.values.push(tag);
    }

    fn number(&mut self, number: f64) {
        self.tag(tag::NUMBER);
        self.values.extend_from_slice(&number.to_le_bytes());
    }

    fn text(&mut self, text: &str) -> Result<(), Unwritable> {
        self.tag(tag::TEXT);
        self.bare_text(text)
    }

    fn bare_text(&mut self, text: &str) -> Result<(), Unwritable> {
        self.text.push_str(text);
        let units = if text.is_ascii() { text.len() } else { text.encode_utf16().count() };
        self.values.extend_from_slice(&count(units)?);
        Ok(())
    }

    /// The name of a field of ours.
    fn field(&mut self, name: &'static str) -> Result<(), Unwritable> {
        // Nearly always it is the very same text.
        let is_same = |known: &&'static str| std::ptr::eq(*known, name);
        let known = self.names.iter().position(is_same).or_else(|| self.names.iter().position(|known| *known == name));
        match known.and_then(|place| u8::try_from(NAMES.len() + place).ok()).filter(|number| *number != NEW_NAME) {
            Some(number) => self.values.push(number),
            None => {
                self.names.push(name);
                self.new_name(name)?;
            }
        }
        Ok(())
    }

    fn new_name(&mut self, name: &str) -> Result<(), Unwritable> {
        self.values.push(NEW_NAME);
        self.bare_text(name)
    }

    fn raw(&mut self, value: &Raw) -> Result<(), Unwritable> {
        match value {
            Raw::Null => self.tag(tag::NULL),
            Raw::Boolean(false) => self.tag(tag::FALSE),
            Raw::Boolean(true) => self.tag(tag::TRUE),
            Raw::Number(number) => self.number(*number),
            Raw::Text(text) => self.text(text)?,
            Raw::List(items) => {
                self.tag(tag::LIST);
                self.values.extend_from_slice(&count(items.len())?);
                items.iter().try_for_each(|item| self.raw(item))?;
            }
            Raw::Object(entries) => {
                self.tag(tag::OBJECT);
                self.values.extend_from_slice(&count(entries.len())?);
                for (name, value) in entries.iter() {
                    match Name::of(name) {
                        Name::Known(number) => self.values.push(number),
                        Name::Other(name) => self.new_name(name)?,
                    }
                    self.raw(value)?;
                }
            }
            Raw::Unknown => self.tag(tag::UNKNOWN),
            Raw::Unusable(Unusable::NotANumber) => self.number(f64::NAN),
            Raw::Unusable(Unusable::Infinite) => self.number(f64::INFINITY),
            Raw::Unusable(unusable) => {
                let tag = (tag::UNUSABLE..).zip(UNUSABLE).find(|(_, known)| known == unusable);
                self.tag(tag.map_or(tag::NULL, |(tag, _)| tag));
            }
        }
        Ok(())
    }

    /// A list or object, whose count is set when it is known.
    fn counted(&mut self, tag: u8) -> Counted<'_> {
        self.tag(tag);
        let place = self.values.len();
        self.values.extend_from_slice(&[0; 4]);
        Counted { writer: self, place, count: 0 }
    }
}

fn count(count: usize) -> Result<[u8; 4], Unwritable> {
    u32::try_from(count).map(u32::to_le_bytes).map_err(|_| Unwritable)
}

/// A list or an object that is being written.
struct Counted<'a> {
    writer: &'a mut Writer,
    place: usize,
    count: u32,
}

impl Counted<'_> {
    fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        self.count = self.count.checked_add(1).ok_or(Unwritable)?;
        value.serialize(&mut *self.writer)
    }

    fn finish(self) {
        let place = self.writer.values.get_mut(self.place..).and_then(<[u8]>::first_chunk_mut);
        if let Some(place) = place {
            *place = self.count.to_le_bytes();
        }
    }
}

/// What no answer has.
type Nothing = ser::Impossible<(), Unwritable>;

/// Numbers that are exact as the only type of number of JavaScript.
macro_rules! numbers {
    ($($method:ident $type:ty),+) => {
        $(fn $method(self, value: $type) -> Result<(), Unwritable> {
            self.number(value.into());
            Ok(())
        })+
    };
}

impl<'a> ser::Serializer for &'a mut Writer {
    type Ok = ();
    type Error = Unwritable;
    type SerializeSeq = Counted<'a>;
    type SerializeTuple = Nothing;
    type SerializeTupleStruct = Nothing;
    type SerializeTupleVariant = Nothing;
    type SerializeMap = Counted<'a>;
    type SerializeStruct = Counted<'a>;
    type SerializeStructVariant = Nothing;

    numbers!(serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_u8 u8, serialize_u16 u16, serialize_u32 u32,
        serialize_f32 f32, serialize_f64 f64);

    #[expect(clippy::cast_precision_loss, reason = "JavaScript has no other numbers")]
    fn serialize_i64(self, value: i64) -> Result<(), Unwritable> {
        self.number(value as f64);
        Ok(())
    }

    #[expect(clippy::cast_precision_loss, reason = "JavaScript has no other numbers")]
    fn serialize_u64(self, value: u64) -> Result<(), Unwritable> {
        self.number(value as f64);
        Ok(())
    }

    fn serialize_bool(self, value: bool) -> Result<(), Unwritable> {
        self.tag(if value { tag::TRUE } else { tag::FALSE });
        Ok(())
    }

    fn serialize_char(self, value: char) -> Result<(), Unwritable> {
        self.text(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Result<(), Unwritable> {
        self.text(text)
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Unwritable> {
        Err(Unwritable)
    }

    fn serialize_none(self) -> Result<(), Unwritable> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unwritable> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unwritable> {
        self.tag(tag::NULL);
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unwritable> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Unwritable> {
        self.text(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Unwritable> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Unwritable> {
        Err(Unwritable)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Counted<'a>, Unwritable> {
        Ok(self.counted(tag::LIST))
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Unwritable> {
        Err(Unwritable)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Unwritable> {
        Err(Unwritable)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unwritable> {
        Err(Unwritable)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Counted<'a>, Unwritable> {
        Ok(self.counted(tag::OBJECT))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Counted<'a>, Unwritable> {
        Ok(self.counted(tag::OBJECT))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Unwritable> {
        Err(Unwritable)
    }
}

impl ser::SerializeSeq for Counted<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        self.value(value)
    }

    fn end(self) -> Result<(), Unwritable> {
        self.finish();
        Ok(())
    }
}

impl ser::SerializeStruct for Counted<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Unwritable> {
        self.writer.field(key)?;
        self.value(value)
    }

    fn end(self) -> Result<(), Unwritable> {
        self.finish();
        Ok(())
    }
}

impl ser::SerializeMap for Counted<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unwritable> {
        // A key is text, as in JSON: that is its tag, which has no place before a name.
        self.writer.names.push("");
        let place = self.writer.values.len();
        key.serialize(&mut *self.writer)?;
        match self.writer.values.get_mut(place) {
            Some(before) if *before == tag::TEXT => *before = NEW_NAME,
            _ => return Err(Unwritable),
        }
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        self.value(value)
    }

    fn end(self) -> Result<(), Unwritable> {
        self.finish();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[derive(serde::Serialize)]
    struct Answer {
        colour: &'static str,
        list: Vec<Option<u32>>,
        again: Option<Box<Answer>>,
    }

    #[test]
    fn text_comes_first_and_a_name_once() {
        let inner = Answer { colour: "\u{e9}\u{1f600}", list: vec![], again: None };
        let outer = Answer { colour: "a", list: vec![Some(2), None], again: Some(Box::new(inner)) };
        let text = "colouralistagain\u{e9}\u{1f600}";
        let new = |place: usize| u8::try_from(NAMES.len() + place).unwrap();
        let mut values = vec![tag::OBJECT, 3, 0, 0, 0];
        values.extend([NEW_NAME, 6, 0, 0, 0, tag::TEXT, 1, 0, 0, 0]);
        values.extend([NEW_NAME, 4, 0, 0, 0, tag::LIST, 2, 0, 0, 0, tag::NUMBER, 0, 0, 0, 0, 0, 0, 0, 0x40, tag::NULL]);
        values.extend([NEW_NAME, 5, 0, 0, 0, tag::OBJECT, 3, 0, 0, 0]);
        // One UTF-16 unit and a pair.
        values.extend([new(0), tag::TEXT, 3, 0, 0, 0, new(1), tag::LIST, 0, 0, 0, 0, new(2), tag::NULL]);
        let lengths = [text.len(), values.len()].map(|length| count(length).unwrap()).concat();
        assert_eq!(write(&[7], &outer), Ok([&[7], lengths.as_slice(), text.as_bytes(), &values].concat()));
    }

    #[test]
    fn the_names_of_a_map_are_written_each_time() {
        let maps = [BTreeMap::from([("a", 1)]), BTreeMap::from([("a", 2)])];
        assert_eq!(write(&[], maps.as_slice()).unwrap().get(8..10), Some(&b"aa"[..]));
    }

    #[test]
    fn what_no_answer_has_is_refused() {
        assert_eq!(write(&[], &("a", 1)), Err(Unwritable));
        assert_eq!(write(&[], &BTreeMap::from([(1, 1)])), Err(Unwritable));
    }
}
