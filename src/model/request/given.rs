//! What serde reads requests from.

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, Expected, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::error::{InputError, Refused, expected, unknown_key, unknown_name};
use super::limits::Integer;
use crate::model::path::join;
use crate::model::raw::{Object, Raw};

/// A value that was given, or nothing where one was left out. `null` is a value: it is refused like any other that is not of
/// the right type.
#[derive(Clone, Copy)]
pub(super) struct Given<'de>(pub Option<&'de Raw>);

#[cold]
fn missing() -> Refused {
    InputError::missing().into()
}

#[cold]
fn refused(what: &str, found: &Raw) -> Refused {
    expected(what, found).into()
}

impl<'de> Given<'de> {
    fn value(self) -> Result<&'de Raw, Refused> {
        self.0.ok_or_else(missing)
    }

    fn number<V: Visitor<'de>>(self, what: &str, visitor: V) -> Result<V::Value, Refused> {
        match self.value()? {
            Raw::Number(number) => visitor.visit_f64(*number),
            other => Err(refused(what, other)),
        }
    }

    fn object(self) -> Result<&'de Object, Refused> {
        match self.value()? {
            Raw::Object(object) => Ok(object),
            other => Err(refused("an object", other)),
        }
    }
}

impl<'de> Deserializer<'de> for Given<'de> {
    type Error = Refused;

    /// Every type says what it wants: see below.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        Err(refused(&(&visitor as &dyn Expected).to_string(), self.value()?))
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.value()? {
            Raw::Boolean(flag) => visitor.visit_bool(*flag),
            other => Err(refused("a boolean", other)),
        }
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.number("a number", visitor)
    }

    /// Any number: whether it is an integer, its limits say.
    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.number("an integer", visitor)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_u32(Integer::deserialize(self)?.within(0, u32::MAX)?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.value()? {
            Raw::Text(text) => visitor.visit_borrowed_str(text),
            other => Err(refused("a string", other)),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        if self.0.is_some() { visitor.visit_some(self) } else { visitor.visit_none() }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.value()? {
            Raw::List(items) => visitor.visit_seq(Items { items, next: 0 }),
            other => Err(refused("an array", other)),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_map(Entries { entries: self.object()?.iter(), current: None })
    }

    /// Fields are read in their order, those that were left out, too: of several errors, that of the first field counts.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        let object = self.object()?;
        known_keys(object, name, fields)?;
        visitor.visit_seq(Fields { object, names: fields.iter() })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        let value = self.value()?;
        let variant = if variants.contains(&"string") {
            of_type(value, variants).ok_or_else(|| refused(name, value))
        } else {
            of_name(value, variants, name)
        };
        visitor.visit_enum(Variant { variant: variant?, value: self })
    }

    /// What is given is not looked at.
    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.value()?;
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i128 u8 u16 u64 u128 f32 char bytes byte_buf unit unit_struct newtype_struct tuple tuple_struct identifier
    }
}

/// The variant that is called as the type of a value.
fn of_type(value: &Raw, variants: &'static [&'static str]) -> Option<&'static str> {
    let name = match value {
        Raw::Text(_) => "string",
        Raw::Object(_) => "object",
        Raw::Unknown => "unknown",
        _ => return None,
    };
    variants.iter().find(|variant| **variant == name).copied()
}

/// The variant that a value names.
fn of_name(value: &Raw, variants: &'static [&'static str], what: &str) -> Result<&'static str, Refused> {
    let written = value.as_text().ok_or_else(|| refused("a string", value))?;
    let known = variants.iter().find(|variant| **variant == written).copied();
    known.ok_or_else(|| unknown_name(&what.to_ascii_lowercase(), written, variants).into())
}

fn known_keys(object: &Object, name: &str, fields: &[&str]) -> Result<(), Refused> {
    let more = name.split_once(": ").map(|(_, more)| more);
    let is_known =
        |key: &str| fields.contains(&key) || more.is_some_and(|more| more.split(", ").any(|known| known == key));
    match object.keys().find(|key| !is_known(key)) {
        None => Ok(()),
        Some(key) => {
            let mut known = fields.to_vec();
            known.extend(more.into_iter().flat_map(|more| more.split(", ")));
            Err(unknown_key(key, &known).into())
        }
    }
}

struct Items<'de> {
    items: &'de [Raw],
    next: usize,
}

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Refused;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Refused> {
        let index = self.next;
        let Some(item) = self.items.get(index) else { return Ok(None) };
        self.next += 1;
        seed.deserialize(Given(Some(item))).map(Some).map_err(|error| error.at(index))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len() - self.next)
    }
}

struct Fields<'de> {
    object: &'de Object,
    names: std::slice::Iter<'static, &'static str>,
}

impl<'de> SeqAccess<'de> for Fields<'de> {
    type Error = Refused;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Refused> {
        let Some(name) = self.names.next() else { return Ok(None) };
        seed.deserialize(Given(self.object.get(name))).map(Some).map_err(|error| error.inside(name))
    }
}

/// The entries of an object with any keys.
struct Entries<'de, I> {
    entries: I,
    current: Option<(&'de str, &'de Raw)>,
}

impl<'de, I: Iterator<Item = (&'de str, &'de Raw)>> MapAccess<'de> for Entries<'de, I> {
    type Error = Refused;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Refused> {
        self.current = self.entries.next();
        self.current.map(|(key, _)| seed.deserialize(BorrowedStrDeserializer::new(key))).transpose()
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Refused> {
        let (key, value) = self.current.ok_or_else(missing)?;
        seed.deserialize(Given(Some(value))).map_err(|error| error.inside(&join("", key)))
    }
}

/// A variant, and the value that is read as it.
struct Variant<'de> {
    variant: &'static str,
    value: Given<'de>,
}

impl<'de> EnumAccess<'de> for Variant<'de> {
    type Error = Refused;
    type Variant = Given<'de>;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Given<'de>), Refused> {
        let name = BorrowedStrDeserializer::<Refused>::new(self.variant);
        Ok((seed.deserialize(name)?, self.value))
    }
}

impl<'de> VariantAccess<'de> for Given<'de> {
    type Error = Refused;

    fn unit_variant(self) -> Result<(), Refused> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Refused> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Refused> {
        self.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Refused> {
        self.deserialize_struct("", fields, visitor)
    }
}
