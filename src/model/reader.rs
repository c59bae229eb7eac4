//! Reading what a caller passes, with the path of everything that cannot be used.

use std::fmt;

use serde::Serialize;

use super::path::join;
use super::raw::{Object, Raw};
use crate::value::spelling::{nearest, one_of, quoted};

/// An option or argument that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InputError {
    /// Where it is.
    pub path: String,
    /// What is wrong with it: a sentence without its subject, which is the path.
    pub reason: String,
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.reason)
    }
}

impl std::error::Error for InputError {}

impl InputError {
    /// Refuses what is at a path.
    #[must_use]
    pub fn new(path: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { path: path.into(), reason: reason.into() }
    }

    /// The same inside of something: `clusters[0]` under `request` is `request.clusters[0]`.
    #[must_use]
    pub fn under(self, root: &str) -> Self {
        if self.path == root { self } else { Self { path: under(root, &self.path), ..self } }
    }
}

/// Text with a visible character.
///
/// # Errors
/// When it has none.
pub fn present<'a>(path: &str, text: &'a str) -> Result<&'a str, InputError> {
    if text.trim().is_empty() { Err(InputError::new(path, "is blank")) } else { Ok(text) }
}

/// A list of texts, each with its path; nothing for a list that is left out.
///
/// # Errors
/// What is no list of texts.
pub fn texts<'a>(value: Option<&'a Raw>, path: &str) -> Result<Vec<(String, &'a str)>, InputError> {
    let mut texts = Vec::new();
    for (i, item) in list(value, path)?.iter().enumerate() {
        let path = format!("{path}[{i}]");
        let item = item.as_text().ok_or_else(|| expected(&path, "text", item))?;
        texts.push((path, item));
    }
    Ok(texts)
}

/// A list; an empty one where it is left out.
///
/// # Errors
/// What is no list.
pub fn list<'a>(value: Option<&'a Raw>, path: &str) -> Result<&'a [Raw], InputError> {
    match value {
        None => Ok(&[]),
        Some(Raw::List(items)) => Ok(items),
        Some(other) => Err(expected(path, "an array", other)),
    }
}

/// An object; an empty one where it is left out.
///
/// # Errors
/// What is no object.
pub fn object<'a>(value: Option<&'a Raw>, path: &str) -> Result<&'a Object, InputError> {
    static EMPTY: Object = Object::EMPTY;
    match value {
        None => Ok(&EMPTY),
        Some(Raw::Object(object)) => Ok(object),
        Some(other) => Err(expected(path, "an object", other)),
    }
}

/// Text that may be left out.
///
/// # Errors
/// What is no text.
pub fn text<'a>(value: Option<&'a Raw>, path: &str) -> Result<Option<&'a str>, InputError> {
    match value {
        None => Ok(None),
        Some(Raw::Text(text)) => Ok(Some(text)),
        Some(other) => Err(expected(path, "text", other)),
    }
}

/// One of some named choices; it may be left out.
///
/// # Errors
/// What is none of the names, with the one that was probably meant.
pub fn choice<T: Copy>(value: Option<&Raw>, path: &str, choices: &[(&str, T)]) -> Result<Option<T>, InputError> {
    let Some(written) = text(value, path)? else { return Ok(None) };
    let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
    let chosen = choices.iter().find(|(name, _)| *name == written).map(|(_, choice)| *choice);
    let unknown = || {
        let meant = nearest(written, names.iter().copied());
        let meant = meant.map_or(String::new(), |meant| format!("; did you mean `{meant}`?"));
        InputError::new(path, format!("is {}, which is none of {}{meant}", quoted(written), one_of(&names)))
    };
    chosen.map(Some).ok_or_else(unknown)
}

/// A number within bounds, which belong to it; it may be left out.
///
/// # Errors
/// What is no number, or is outside the bounds.
pub fn number(value: Option<&Raw>, path: &str, min: f64, max: f64) -> Result<Option<f64>, InputError> {
    match value {
        None => Ok(None),
        Some(Raw::Number(number)) if (min..=max).contains(number) => Ok(Some(*number)),
        Some(Raw::Number(number)) => {
            let shown = shown(*number);
            Err(InputError::new(
                path,
                format!("is {shown}, where a number from {} to {} belongs", self::shown(min), self::shown(max)),
            ))
        }
        Some(other) => Err(expected(path, "a number", other)),
    }
}

/// A whole number within bounds, which belong to it; it may be left out.
///
/// # Errors
/// What is no whole number, or is outside the bounds.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the bounds are those of a u32")]
pub fn whole(value: Option<&Raw>, path: &str, min: u32, max: u32) -> Result<Option<u32>, InputError> {
    match value {
        None => Ok(None),
        Some(Raw::Number(number)) if number.fract() == 0.0 && (f64::from(min)..=f64::from(max)).contains(number) => {
            Ok(Some(*number as u32))
        }
        Some(Raw::Number(number)) => Err(InputError::new(
            path,
            format!("is {}, where a whole number from {min} to {max} belongs", shown(*number)),
        )),
        Some(other) => Err(expected(path, "a whole number", other)),
    }
}

/// What must be given.
///
/// # Errors
/// When it is not.
pub fn required<T>(value: Option<T>, path: impl Into<String>) -> Result<T, InputError> {
    value.ok_or_else(|| InputError::new(path, "is missing"))
}

/// A number as a person would write it.
fn shown(number: f64) -> String {
    if number.abs() < 1e15 { number.to_string() } else { format!("{number:e}") }
}

/// A path inside of something.
#[must_use]
pub fn under(root: &str, path: &str) -> String {
    if path.is_empty() { root.to_string() } else { format!("{root}.{path}") }
}

/// Refuses the first key that is no option.
///
/// # Errors
/// That key, with the option that was probably meant.
pub fn known_keys(path: &str, object: &Object, known: &[&str]) -> Result<(), InputError> {
    for key in object.keys() {
        if !known.contains(&key) {
            let meant = nearest(key, known.iter().copied())
                .map_or_else(|| format!("known are {}", one_of(known)), |k| format!("did you mean `{k}`?"));
            return Err(InputError::new(join(path, key), format!("is no option; {meant}")));
        }
    }
    Ok(())
}

/// Refuses what is of the wrong type.
#[must_use]
pub fn expected(path: &str, expected: &str, found: &Raw) -> InputError {
    InputError::new(path, format!("is {}, where {expected} belongs", found.described()))
}
