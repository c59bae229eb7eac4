//! From answers to bytes.

use std::fmt::{self, Display};

use serde::ser::{self, Serialize};

use super::tag;

/// Bytes that both the text and the values of most answers fit in, and keys of most: room that is asked for once.
const MOST_ANSWERS: usize = 128;
const MOST_KEYS: usize = 8;

/// An answer as `unpack.ts` reads it.
///
/// First the length of all text in bytes (four, little end first), then all text in UTF-8 in the order in which it is
/// used, then the values. In them text is only its length in UTF-16 units. The key of an entry is the number of the key,
/// one byte, and with a number that is new the key's text.
///
/// # Errors
/// The answer has something that no answer of ours has, such as a map, or more keys than a byte can count.
pub fn write<T: Serialize + ?Sized>(answer: &T) -> Result<Vec<u8>, Unwritable> {
    let mut writer = Writer {
        text: String::with_capacity(MOST_ANSWERS),
        values: Vec::with_capacity(MOST_ANSWERS),
        keys: Vec::with_capacity(MOST_KEYS),
    };
    answer.serialize(&mut writer)?;
    let length = u32::try_from(writer.text.len()).map_err(|_| Unwritable)?;
    let mut bytes = Vec::with_capacity(writer.text.len() + writer.values.len() + 4);
    bytes.extend_from_slice(&length.to_le_bytes());
    bytes.extend_from_slice(writer.text.as_bytes());
    bytes.extend_from_slice(&writer.values);
    Ok(bytes)
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
    keys: Vec<&'static str>,
}

impl Writer {
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
        let length = if text.is_ascii() { text.len() } else { text.encode_utf16().count() };
        self.values.extend_from_slice(&u32::try_from(length).map_err(|_| Unwritable)?.to_le_bytes());
        Ok(())
    }

    fn key(&mut self, key: &'static str) -> Result<(), Unwritable> {
        let known = self.keys.iter().position(|known| *known == key);
        self.values.push(u8::try_from(known.unwrap_or(self.keys.len())).map_err(|_| Unwritable)?);
        if known.is_none() {
            self.keys.push(key);
            self.bare_text(key)?;
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

    fn entry<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Unwritable> {
        self.writer.key(key)?;
        self.value(value)
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
    type SerializeMap = Nothing;
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

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Unwritable> {
        Err(Unwritable)
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
        self.entry(key, value)
    }

    fn end(self) -> Result<(), Unwritable> {
        self.finish();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Serialize)]
    struct Answer {
        name: &'static str,
        list: Vec<Option<u32>>,
        again: Option<Box<Answer>>,
    }

    #[test]
    fn text_comes_first_and_a_key_once() {
        let inner = Answer { name: "\u{e9}\u{1f600}", list: vec![], again: None };
        let outer = Answer { name: "a", list: vec![Some(2), None], again: Some(Box::new(inner)) };
        let text = "namealistagain\u{e9}\u{1f600}";
        let mut expected = vec![20, 0, 0, 0];
        expected.extend(text.as_bytes());
        expected.extend([tag::OBJECT, 3, 0, 0, 0]);
        expected.extend([0, 4, 0, 0, 0, tag::TEXT, 1, 0, 0, 0]);
        expected.extend([1, 4, 0, 0, 0, tag::LIST, 2, 0, 0, 0, tag::NUMBER, 0, 0, 0, 0, 0, 0, 0, 0x40, tag::NULL]);
        expected.extend([2, 5, 0, 0, 0, tag::OBJECT, 3, 0, 0, 0]);
        // One UTF-16 unit and a pair.
        expected.extend([0, tag::TEXT, 3, 0, 0, 0, 1, tag::LIST, 0, 0, 0, 0, 2, tag::NULL]);
        assert_eq!(write(&outer), Ok(expected));
    }

    #[test]
    fn what_no_answer_has_is_refused() {
        assert_eq!(write(&std::collections::BTreeMap::from([("a", 1)])), Err(Unwritable));
    }
}
