//! The packed form of values: how they cross the boundary in one piece, as bytes.
//!
//! Asking JavaScript for a value costs several calls a property; a run of bytes costs one call, and a few nanoseconds a
//! byte. `pack.ts` writes what [`read`] reads, `unpack.ts` reads what [`write`] writes.

mod pack;
mod read;
mod write;

pub use pack::pack;
pub use read::{Item, Malformed, Values, read};
pub use write::{Unwritable, write};

/// What stands before each value.
///
/// Text, lists and objects are followed by a count of four bytes, little end first: of bytes, of items, of entries. An
/// entry is a name and a value. A name is a byte: its number among [`NAMES`](crate::model::names::NAMES), or
/// [`OTHER_NAME`](tag::OTHER_NAME), which is followed by a count of bytes and the text. A number is followed by its eight bytes.
pub mod tag {
    /// `null`, or `undefined` where it stands for nothing.
    pub const NULL: u8 = 0;
    /// `false`
    pub const FALSE: u8 = 1;
    /// `true`
    pub const TRUE: u8 = 2;
    /// A number, which may be no finite one.
    pub const NUMBER: u8 = 3;
    /// Text in UTF-8.
    pub const TEXT: u8 = 4;
    /// An array.
    pub const LIST: u8 = 5;
    /// A plain object.
    pub const OBJECT: u8 = 6;
    /// A promise or an Output.
    pub const UNKNOWN: u8 = 7;
    /// Before the text of a name that has no number.
    pub const OTHER_NAME: u8 = 255;
    /// From here on: what no input can be, in the order of [`super::UNUSABLE`].
    pub const UNUSABLE: u8 = 8;
}

use crate::model::raw::Unusable;

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
