//! Constant limits of numbers and lengths, which `validator` checks.

use serde::de::{Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};
use validator::{Validate, ValidateLength, ValidateRange, ValidationError, ValidationErrors, ValidationErrorsKind};

use super::error::InputError;
use crate::value::spelling::{amount, plain};

/// An integer, once it is found to be in its range: any finite number can be read, so that the error of a fraction names the
/// range, too.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Integer(f64);

impl Integer {
    /// The integer of a range without negative numbers.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates")]
    pub const fn get(self) -> u32 {
        self.0 as u32
    }

    /// The integer of a range with negative numbers.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "the cast saturates")]
    pub const fn signed(self) -> i32 {
        self.0 as i32
    }

    /// The integer, if it is in a range that is no constant.
    ///
    /// # Errors
    /// When it is outside, or has a fraction.
    pub fn within(self, min: u32, max: u32) -> Result<u32, InputError> {
        let (min, max) = (f64::from(min), f64::from(max));
        if self.0.fract() == 0.0 && (min..=max).contains(&self.0) {
            return Ok(self.get());
        }
        Err(InputError::new("", outside("an integer", min, max, self.0)))
    }
}

impl<'de> Deserialize<'de> for Integer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Number;
        impl Visitor<'_> for Number {
            type Value = Integer;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an integer")
            }
            fn visit_f64<E>(self, number: f64) -> Result<Integer, E> {
                Ok(Integer(number))
            }
        }
        deserializer.deserialize_i64(Number)
    }
}

/// A fraction is above every integer: it is in no range that has a maximum.
impl ValidateRange<i32> for Integer {
    fn greater_than(&self, max: i32) -> Option<bool> {
        Some(self.0 > f64::from(max) || self.0.fract() != 0.0)
    }

    fn less_than(&self, min: i32) -> Option<bool> {
        Some(self.0 < f64::from(min))
    }
}

/// An array. In errors it counts as its length, where `validator` would copy the whole of it.
#[derive(Debug, serde::Deserialize)]
#[serde(transparent)]
pub struct List<T>(pub Vec<T>);

impl<T> Serialize for List<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(self.0.len() as u64)
    }
}

impl<T> ValidateLength<usize> for List<T> {
    fn length(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

impl<T: Validate> Validate for List<T> {
    fn validate(&self) -> Result<(), ValidationErrors> {
        self.0.validate()
    }
}

/// The first of several errors: that of the first field by name.
pub(super) fn first(errors: &ValidationErrors) -> InputError {
    let Some((field, kind)) = errors.errors().iter().min_by(|(a, _), (b, _)| a.cmp(b)) else {
        return InputError::new("", "is invalid");
    };
    let error = match kind {
        ValidationErrorsKind::Struct(inner) => first(inner),
        ValidationErrorsKind::List(items) => items
            .first_key_value()
            .map_or_else(|| InputError::new("", "is invalid"), |(index, inner)| first(inner).at(*index)),
        ValidationErrorsKind::Field(errors) => {
            InputError::new("", errors.first().map_or_else(|| "is invalid".to_string(), sentence))
        }
    };
    error.inside(&camel(field))
}

/// What is wrong with a number, with the length of an array, or with that of a string.
fn sentence(error: &ValidationError) -> String {
    let limit = |name: &str| error.params.get(name);
    let number = |name: &str| limit(name).and_then(|value| value.as_f64()).unwrap_or_default();
    let (min, max, value) = (number("min"), number("max"), number("value"));
    if error.code == "range" {
        let what = if limit("max").is_some_and(|max| max.is_f64()) { "a number" } else { "an integer" };
        return outside(what, min, max, value);
    }
    if limit("value").is_some_and(|value| value.is_string()) {
        return format!("must be at most {} characters long", amount(max));
    }
    match &error.message {
        Some(message) if value < min => message.to_string(),
        _ => format!("has {} items; at most {} are supported", amount(value), amount(max)),
    }
}

fn outside(what: &str, min: f64, max: f64, value: f64) -> String {
    format!("must be {what} from {} to {}, not {}", amount(min), amount(max), plain(value))
}

/// The name of a field as it is written in a request.
fn camel(field: &str) -> String {
    let mut words = field.split('_');
    let mut name = words.next().unwrap_or_default().to_string();
    for word in words {
        let mut letters = word.chars();
        name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name
}
