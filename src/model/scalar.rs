//! Single values of another type than their property, and what the provider gets for them.

use smol_str::SmolStr;

use super::kind::PropertyId;
use super::path::PropertyPath;
use super::raw::{NULL, Piece};

/// A single value of another type than its property. Has no output that shows text: it may be a secret.
#[derive(Clone, PartialEq)]
pub enum Scalar {
    /// It is none: a list, an object, or no plain data.
    None,
    /// An array without items.
    EmptyList,
    /// `null`
    Null,
    /// A number.
    Number(f64),
    /// `true` or `false`
    Boolean(bool),
    /// Text.
    Text(SmolStr),
}

impl Scalar {
    /// The value that begins with a piece, where it is a single one.
    pub(super) fn of(piece: Piece<'_>) -> Self {
        match piece {
            Piece::List(0) => Self::EmptyList,
            Piece::Null => Self::Null,
            Piece::Number(number) => Self::Number(number),
            Piece::Boolean(boolean) => Self::Boolean(boolean),
            Piece::Text(text) => Self::Text(text.into()),
            _ => Self::None,
        }
    }
}

impl std::fmt::Debug for Scalar {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::None => "None",
            Self::EmptyList => "EmptyList",
            Self::Null => "Null",
            Self::Number(_) => "Number",
            Self::Boolean(_) => "Boolean",
            Self::Text(_) => "Text",
        })
    }
}

/// A value that the provider gets as another one.
#[derive(Clone, Debug, PartialEq)]
pub struct Conversion {
    /// The property.
    pub id: PropertyId,
    /// The place in its list.
    pub index: Option<usize>,
    /// The key in the object there.
    pub key: Option<String>,
    /// What is written, as the end of a sentence that begins "is".
    pub found: &'static str,
    /// The number that is written, where it is one.
    pub number: Option<f64>,
}

impl Conversion {
    /// Where the value is.
    #[must_use]
    pub fn path(&self) -> PropertyPath<'_> {
        PropertyPath { id: self.id, index: self.index, key: self.key.as_deref() }
    }

    /// Whether nothing is written: the provider gets no value.
    #[must_use]
    pub fn is_null(&self) -> bool {
        self.found == NULL
    }
}
