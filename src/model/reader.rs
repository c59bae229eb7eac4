//! Reading options and arguments: whatever is invalid has its path and a reason.

use super::path::join;
use super::raw::{Object, Raw, Unusable};
use crate::net::Cidr;
use crate::schedule::Schedule;
use crate::value::spelling::{all_of, amount, grouped, nearest, one_of, plain, quoted};

pub use super::request::InputError;

/// A string that is not blank.
///
/// # Errors
/// When it is blank.
pub fn present<'a>(path: &str, text: &'a str) -> Result<&'a str, InputError> {
    if text.trim().is_empty() { Err(InputError::new(path, "must not be blank")) } else { Ok(text) }
}

/// An array of strings, each with its path; an empty one where it is left out.
///
/// # Errors
/// When it is not an array of strings.
pub fn texts<'a>(value: Option<&'a Raw>, path: &str) -> Result<Vec<(String, &'a str)>, InputError> {
    let mut texts = Vec::new();
    for (i, item) in list(value, path)?.iter().enumerate() {
        let path = format!("{path}[{i}]");
        let item = item.as_text().ok_or_else(|| expected(&path, "a string", item))?;
        texts.push((path, item));
    }
    Ok(texts)
}

/// An array; an empty one where it is left out.
///
/// # Errors
/// When it is not an array.
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
/// When it is not an object.
pub fn object<'a>(value: Option<&'a Raw>, path: &str) -> Result<&'a Object, InputError> {
    static EMPTY: Object = Object::EMPTY;
    match value {
        None => Ok(&EMPTY),
        Some(Raw::Object(object)) => Ok(object),
        Some(other) => Err(expected(path, "an object", other)),
    }
}

/// A string that may be left out.
///
/// # Errors
/// When it is not a string.
pub fn text<'a>(value: Option<&'a Raw>, path: &str) -> Result<Option<&'a str>, InputError> {
    match value {
        None => Ok(None),
        Some(Raw::Text(text)) => Ok(Some(text)),
        Some(other) => Err(expected(path, "a string", other)),
    }
}

/// One of some named choices, which may be left out. `what` is what the choices are, such as `profile`.
///
/// # Errors
/// When the name is unknown.
pub fn choice<T: Copy>(
    value: Option<&Raw>,
    path: &str,
    what: &str,
    choices: &[(&str, T)],
) -> Result<Option<T>, InputError> {
    let Some(written) = text(value, path)? else { return Ok(None) };
    let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
    let chosen = choices.iter().find(|(name, _)| *name == written).map(|(_, choice)| *choice);
    let unknown = || {
        let help = nearest(written, names.iter().copied())
            .map_or_else(|| format!("use {}", one_of(&names)), |meant| format!("did you mean `{meant}`?"));
        InputError::new(path, format!("unknown {what} {}; {help}", quoted(written)))
    };
    chosen.map(Some).ok_or_else(unknown)
}

/// A number from a minimum to a maximum, which may be left out.
///
/// # Errors
/// When it is not such a number.
pub fn number(value: Option<&Raw>, path: &str, min: f64, max: f64) -> Result<Option<f64>, InputError> {
    match value {
        None => Ok(None),
        Some(Raw::Number(number)) if (min..=max).contains(number) => Ok(Some(*number)),
        Some(Raw::Number(number)) => {
            let range = format!("a number from {} to {}", amount(min), amount(max));
            Err(InputError::new(path, format!("must be {range}, not {}", plain(*number))))
        }
        Some(other) => Err(expected(path, "a number", other)),
    }
}

/// An integer from a minimum to a maximum, which may be left out.
///
/// # Errors
/// When it is not such an integer.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the bounds are those of a u32")]
pub fn integer(value: Option<&Raw>, path: &str, min: u32, max: u32) -> Result<Option<u32>, InputError> {
    match value {
        None => Ok(None),
        Some(Raw::Number(number)) if number.fract() == 0.0 && (f64::from(min)..=f64::from(max)).contains(number) => {
            Ok(Some(*number as u32))
        }
        Some(Raw::Number(number)) => {
            let range = format!("an integer from {} to {}", grouped(min.into()), grouped(max.into()));
            Err(InputError::new(path, format!("must be {range}, not {}", plain(*number))))
        }
        Some(other) => Err(expected(path, "an integer", other)),
    }
}

/// A value that must not be left out.
///
/// # Errors
/// When it is.
pub fn required<T>(value: Option<T>, path: impl Into<String>) -> Result<T, InputError> {
    value.ok_or_else(|| InputError::new(path, "is required"))
}

/// A CIDR block.
///
/// # Errors
/// When the text is not an IPv4 CIDR block in its canonical form.
pub fn cidr(text: &str, path: &str) -> Result<Cidr, InputError> {
    present(path, text)?;
    Cidr::parse(text).map_err(|error| InputError::new(path, format!("{} {error}", quoted(text))))
}

/// A schedule.
///
/// # Errors
/// When the text is not a schedule that the service accepts.
pub fn schedule(text: &str, path: &str) -> Result<Schedule, InputError> {
    present(path, text)?;
    Schedule::parse(text).map_err(|error| InputError::new(path, format!("{} {error}", quoted(text))))
}

/// A path inside of something.
#[must_use]
pub fn under(root: &str, path: &str) -> String {
    if path.is_empty() { root.to_string() } else { format!("{root}.{path}") }
}

/// Checks that an object has known keys only.
///
/// # Errors
/// The first unknown key.
pub fn known_keys(path: &str, object: &Object, known: &[&str]) -> Result<(), InputError> {
    for key in object.keys() {
        if !known.contains(&key) {
            let help = nearest(key, known.iter().copied()).map_or_else(
                || format!("known keys are {}", all_of(known)),
                |meant| format!("did you mean `{meant}`?"),
            );
            return Err(InputError::new(join(path, key), format!("unknown key; {help}")));
        }
    }
    Ok(())
}

/// The error of a value of another type than expected.
#[must_use]
pub fn expected(path: &str, expected: &str, found: &Raw) -> InputError {
    let found = match found {
        Raw::Unusable(unusable @ (Unusable::TooDeep | Unusable::TooMany)) => {
            return InputError::new(path, format!("is {}", unusable.described()));
        }
        found => found.described(),
    };
    InputError::new(path, format!("must be {expected}, not {found}"))
}
