//! How values cross the boundary in one piece, as bytes: the same form in both directions.
//!
//! Asking JavaScript for a value costs several calls a property; a run of bytes costs one call, and a few nanoseconds a
//! byte. `pack.ts` and [`pack`] write what [`Values`] reads; `unpack.ts` reads what [`write()`] writes.
//!
//! A message is the length of its text and the length of its values, in bytes (each a count: four bytes, little end first),
//! then all text in UTF-8 in the order in which it is used, then the values. The text comes first, and in one piece, because
//! decoding a piece costs more than its letters do.
//!
//! A value begins with its [`tag`]. That of a number is followed by its eight bytes; of text by a count of UTF-16 units, which
//! are the next ones of the text; of a list by the count of its items and these; of an object by the count of its entries and
//! these. An entry is a name and a value. A name is a byte: a number among [`NAMES`](crate::model::names::NAMES) and the new
//! names of this message, or [`NEW_NAME`], which is followed by a count of UTF-16 units. A new name gets the next number,
//! while there is one.

mod read;
mod write;

pub use read::{Item, Malformed, Values};
pub use write::{Unwritable, pack, write};

use crate::model::raw::Unusable;

/// What stands before each value.
pub mod tag {
    /// `null`, or `undefined` where it stands for nothing.
    pub const NULL: u8 = 0;
    /// `false`
    pub const FALSE: u8 = 1;
    /// `true`
    pub const TRUE: u8 = 2;
    /// A number, which may be no finite one.
    pub const NUMBER: u8 = 3;
    /// Text.
    pub const TEXT: u8 = 4;
    /// An array.
    pub const LIST: u8 = 5;
    /// A plain object.
    pub const OBJECT: u8 = 6;
    /// A promise or an Output.
    pub const UNKNOWN: u8 = 7;
    /// From here on: what no input can be, in the order of [`super::UNUSABLE`].
    pub const UNUSABLE: u8 = 8;
}

/// Stands before a name that has no number yet.
pub const NEW_NAME: u8 = u8::MAX;

/// What JavaScript finds to be no input, in the order of the tags.
pub const UNUSABLE: [Unusable; 15] = [
    Unusable::BigInt,
    Unusable::Function,
    Unusable::Symbol,
    Unusable::Date,
    Unusable::Map,
    Unusable::Set,
    Unusable::BuiltIn,
    Unusable::WasmObject,
    Unusable::Resource,
    Unusable::Cycle,
    Unusable::Throws,
    Unusable::Hole,
    Unusable::LoneSurrogate,
    Unusable::TooDeep,
    Unusable::TooMany,
];
