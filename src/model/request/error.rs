//! What is wrong with a request, in words. Values that were given are quoted here.

use std::fmt;

use serde::Serialize;
use serde::de;

use crate::model::path::join;
use crate::model::raw::{Raw, Unusable};
use crate::value::spelling::{all_of, nearest, one_of, quoted};

/// An invalid option or argument.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InputError {
    /// Where it is.
    pub path: String,
    /// Why it is invalid, to be read after the path.
    pub reason: String,
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.reason)
    }
}

impl std::error::Error for InputError {}

/// An error on its way out, where the path is put together. In a box: what serde derives moves errors around a lot.
#[derive(Debug)]
pub(super) struct Refused(Box<InputError>);

impl Refused {
    #[cold]
    pub fn inside(self, outer: &str) -> Self {
        InputError::inside(*self.0, outer).into()
    }

    #[cold]
    pub fn at(self, index: usize) -> Self {
        InputError::at(*self.0, index).into()
    }

    #[cold]
    pub fn error(self) -> InputError {
        *self.0
    }
}

impl From<InputError> for Refused {
    #[cold]
    fn from(error: InputError) -> Self {
        Self(Box::new(error))
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Refused {}

impl de::Error for Refused {
    #[cold]
    fn custom<T: fmt::Display>(reason: T) -> Self {
        InputError::new("", reason.to_string()).into()
    }
}

impl InputError {
    /// The error of what is at a path.
    #[must_use]
    pub fn new(path: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { path: path.into(), reason: reason.into() }
    }

    /// The same inside of something: `[0].name` in `clusters` is `clusters[0].name`.
    #[must_use]
    #[cold]
    pub fn inside(self, outer: &str) -> Self {
        let dot = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        Self { path: format!("{outer}{dot}{}", self.path), ..self }
    }

    /// The same in an item of a list.
    #[must_use]
    #[cold]
    pub fn at(self, index: usize) -> Self {
        self.inside(&format!("[{index}]"))
    }

    /// The error of a value that is missing.
    #[must_use]
    pub fn missing() -> Self {
        Self::new("", "is required")
    }
}

/// The error of a value of another type than expected.
#[must_use]
#[cold]
pub fn expected(expected: &str, found: &Raw) -> InputError {
    let reason = match found {
        Raw::Unusable(unusable @ (Unusable::TooDeep | Unusable::TooMany)) => format!("is {}", unusable.described()),
        found => format!("must be {expected}, not {}", found.described()),
    };
    InputError::new("", reason)
}

/// The error of a key that there is not, among those that there are.
#[must_use]
pub fn unknown_key(key: &str, known: &[&str]) -> InputError {
    let help = meant(key, known).unwrap_or_else(|| format!("known keys are {}", all_of(known)));
    InputError::new(join("", key), format!("unknown key; {help}"))
}

/// The error of a name that there is not, among those that there are. `what` is what they are, such as `profile`.
#[must_use]
pub fn unknown_name(what: &str, written: &str, known: &[&str]) -> InputError {
    let help = meant(written, known).unwrap_or_else(|| format!("use {}", one_of(known)));
    InputError::new("", format!("unknown {what} {}; {help}", quoted(written)))
}

fn meant(written: &str, known: &[&str]) -> Option<String> {
    nearest(written, known.iter().copied()).map(|meant| format!("did you mean `{meant}`?"))
}
