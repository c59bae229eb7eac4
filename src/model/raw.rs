//! Input as it arrived, before anything is known about it.
//!
//! Everything that JavaScript can pass can be represented here: what JSON cannot carry arrives as [`Unusable`], so that
//! it gets a diagnostic with its path instead of being converted into something that looks like a value.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::entries::Entries;

/// A plain object as it arrived.
pub type Object = Entries<Raw>;

/// One value as it arrived. Has no `Debug` output: it may hold a secret.
#[derive(Clone, PartialEq)]
pub enum Raw {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean(bool),
    /// A finite number.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Raw>),
    /// A plain object; keys in their order, each once.
    Object(Object),
    /// A promise or an Output: its value is unknown until deployment.
    Unknown,
    /// Something that is not plain data.
    Unusable(Unusable),
}

/// The beginning of a value, or all of it where it has no parts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Piece<'m> {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean(bool),
    /// A finite number.
    Number(f64),
    /// A string.
    Text(&'m str),
    /// An array of that many items, which follow.
    List(usize),
    /// A plain object of that many entries, which follow: a name and a value each.
    Object(usize),
    /// A promise or an Output.
    Unknown,
    /// Something that is not plain data.
    Unusable(Unusable),
}

/// What `null` is called.
pub(super) const NULL: &str = "`null`";

impl Piece<'_> {
    /// The type of the value, with its article. Reveals nothing of the value itself.
    #[must_use]
    pub const fn described(self) -> &'static str {
        match self {
            Self::Null => NULL,
            Self::Boolean(_) => "a boolean",
            Self::Number(_) => "a number",
            Self::Text(_) => "a string",
            Self::List(_) => "an array",
            Self::Object(_) => "an object",
            Self::Unknown => "an unknown value",
            Self::Unusable(unusable) => unusable.described(),
        }
    }
}

/// A value that is not plain data, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// `NaN`
    NotANumber,
    /// `Infinity` or `-Infinity`
    Infinite,
    /// A `BigInt`
    BigInt,
    /// A function or class
    Function,
    /// A `Symbol`
    Symbol,
    /// A `Date`
    Date,
    /// A `Map` or `WeakMap`
    Map,
    /// A `Set` or `WeakSet`
    Set,
    /// An object of another built-in class, such as a `RegExp`, a typed array or an `Error`
    BuiltIn,
    /// An object whose data lives in WebAssembly memory
    WasmObject,
    /// A whole Pulumi resource instead of its id
    Resource,
    /// An object that contains itself
    Cycle,
    /// A property that throws when it is read
    Throws,
    /// A hole, or `undefined`, in an array
    Hole,
    /// A string with half of a surrogate pair, which is not valid Unicode
    LoneSurrogate,
    /// More than [`MAX_DEPTH`] levels of nesting
    TooDeep,
    /// Beyond the [`MAX_VALUES`] values or the [`MAX_TEXT`] UTF-16 units of strings that are read
    TooMany,
}

/// Levels of nesting that are read. No input for this cloud needs more than five.
pub const MAX_DEPTH: usize = 32;

/// Values that are read from one input, counting every property and every item of an array.
///
/// A program of 10,000 resources has about 200,000.
pub const MAX_VALUES: usize = 500_000;

/// Length of all strings that are read from one input, keys included, in UTF-16 units.
pub const MAX_TEXT: usize = 16_000_000;

impl Unusable {
    /// What it is, with its article.
    #[must_use]
    pub const fn described(self) -> &'static str {
        match self {
            Self::NotANumber => "`NaN`",
            Self::Infinite => "an infinite number",
            Self::BigInt => "a `BigInt`",
            Self::Function => "a function",
            Self::Symbol => "a `Symbol`",
            Self::Date => "a `Date`",
            Self::Map => "a `Map`",
            Self::Set => "a `Set`",
            Self::BuiltIn => "an object of a built-in class",
            Self::WasmObject => "an object backed by WebAssembly memory",
            Self::Resource => "a whole resource",
            Self::Cycle => "an object that contains itself",
            Self::Throws => "a property that throws when it is read",
            Self::Hole => "a hole in an array",
            Self::LoneSurrogate => "a string with half of a surrogate pair",
            Self::TooDeep => "a value that is nested too deeply",
            Self::TooMany => "a value beyond the size limit",
        }
    }

    /// What to use instead.
    #[must_use]
    pub const fn instead(self) -> &'static str {
        match self {
            Self::NotANumber | Self::Infinite | Self::BigInt => "use a finite number",
            Self::Function | Self::Symbol | Self::BuiltIn | Self::WasmObject => {
                "use a string, number, boolean, array or plain object"
            }
            Self::Date => "use a string, for example `date.toISOString()`",
            Self::Map => "use a plain object, for example `Object.fromEntries(map)`",
            Self::Set => "use an array, for example `[...set]`",
            Self::Resource => "use its id, for example `network.id` instead of `network`",
            Self::Cycle | Self::TooDeep => "use a value without cycles or deep nesting",
            Self::Throws => "make sure that the property can be read",
            Self::Hole => "remove the hole from the array",
            Self::LoneSurrogate => "use a string of valid Unicode",
            Self::TooMany => "check the program in smaller parts",
        }
    }
}

impl Raw {
    /// The piece that it begins with.
    #[must_use]
    pub const fn piece(&self) -> Piece<'_> {
        match self {
            Self::Null => Piece::Null,
            Self::Boolean(boolean) => Piece::Boolean(*boolean),
            Self::Number(number) => Piece::Number(*number),
            Self::Text(text) => Piece::Text(text.as_str()),
            Self::List(items) => Piece::List(items.len()),
            Self::Object(entries) => Piece::Object(entries.len()),
            Self::Unknown => Piece::Unknown,
            Self::Unusable(unusable) => Piece::Unusable(*unusable),
        }
    }

    /// Its type, with its article. Reveals nothing of the value itself.
    #[must_use]
    pub const fn described(&self) -> &'static str {
        self.piece().described()
    }

    /// The value of a key, if it is an object that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(object) => object.get(key),
            _ => None,
        }
    }

    /// The string, if it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl fmt::Debug for Raw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.described())
    }
}

/// Reads JSON or any self-describing format. If a key occurs twice, the last value counts, as in JavaScript.
impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Raw;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("any value")
            }
            fn visit_unit<E>(self) -> Result<Raw, E> {
                Ok(Raw::Null)
            }
            fn visit_bool<E>(self, value: bool) -> Result<Raw, E> {
                Ok(Raw::Boolean(value))
            }
            fn visit_f64<E>(self, value: f64) -> Result<Raw, E> {
                Ok(number(value))
            }
            #[expect(clippy::cast_precision_loss, reason = "JavaScript has no other numbers")]
            fn visit_i64<E>(self, value: i64) -> Result<Raw, E> {
                Ok(Raw::Number(value as f64))
            }
            #[expect(clippy::cast_precision_loss, reason = "JavaScript has no other numbers")]
            fn visit_u64<E>(self, value: u64) -> Result<Raw, E> {
                Ok(Raw::Number(value as f64))
            }
            fn visit_str<E>(self, value: &str) -> Result<Raw, E> {
                Ok(Raw::Text(value.to_string()))
            }
            fn visit_string<E>(self, value: String) -> Result<Raw, E> {
                Ok(Raw::Text(value))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Raw, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = seq.next_element()? {
                    items.push(item);
                }
                Ok(Raw::List(items))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw, A::Error> {
                let mut entries = Vec::new();
                while let Some((key, value)) = map.next_entry::<String, Raw>()? {
                    entries.push((key, value));
                }
                Ok(Raw::Object(entries.into_iter().collect()))
            }
        }
        deserializer.deserialize_any(Any)
    }
}

/// A number, or the reason why it is not a finite one.
#[must_use]
pub const fn number(value: f64) -> Raw {
    if value.is_nan() {
        Raw::Unusable(Unusable::NotANumber)
    } else if value.is_infinite() {
        Raw::Unusable(Unusable::Infinite)
    } else {
        Raw::Number(value)
    }
}
