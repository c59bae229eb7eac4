//! What can be wrong with any text.

/// A text that must be there.
#[derive(Clone, Copy, Debug)]
pub enum Absent {
    /// It was not given.
    Missing,
    /// It has no visible character.
    Blank,
}

impl Absent {
    /// The end of a sentence that begins with the property.
    pub const fn described(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Blank => "blank",
        }
    }
}
