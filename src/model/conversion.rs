//! What the engines make of a value that has another type than its property: a number where text belongs, text where a
//! number belongs, `null`. From here on a resource has the value that the provider gets.

use super::hidden::Hidden;
use super::kind::{PropertyId, Secrecy, ValueType};
use super::moment;
use super::path::PropertyPath;
use super::resource::{Fault, Resource, Shape, Slot, State};
use super::scalar::{Conversion, Scalar};
use super::target::{Engine, Target};
use crate::value::decimal;

impl Resource {
    /// Takes the values that the provider of a target gets for those that are written. What it does not accept stays.
    pub fn settle(&mut self, target: &Target) {
        if let (Some(kind), Some(existing)) = (self.kind, &mut self.existing) {
            existing.is_replaced = moment::replaces(kind, &existing.changes, target);
        }
        let Some(kind) = self.kind.filter(|_| self.has_faults) else { return };
        let converter = Converter { engine: target.engine, cuts_fractions: !target.refuses_fractions() };
        for (id, property) in kind.properties.iter().enumerate() {
            let Some(slot) = self.slots.get_mut(id) else { continue };
            let mut place = Place { id: PropertyId(id), index: None, conversions: &mut self.conversions };
            converter.settle(Shape::of(property), slot, None, &mut place);
        }
    }

    /// What is written at a place, where the provider gets another value.
    #[must_use]
    pub fn conversion(&self, path: PropertyPath<'_>) -> Option<&Conversion> {
        self.conversions.iter().find(|conversion| conversion.path() == path)
    }

    /// The number that is written as a property where the provider gets another value for it.
    #[must_use]
    pub fn written_number(&self, id: PropertyId) -> Option<f64> {
        self.conversion(id.into())?.number
    }

    /// A number of a property as it is written.
    #[must_use]
    pub fn as_written(&self, id: PropertyId, number: f64) -> f64 {
        self.written_number(id).unwrap_or(number)
    }
}

/// Where a value is, and the list that its conversion is added to.
struct Place<'r> {
    id: PropertyId,
    index: Option<usize>,
    conversions: &'r mut Vec<Conversion>,
}

struct Converter {
    engine: Engine,
    cuts_fractions: bool,
}

impl Converter {
    fn settle(&self, shape: Shape, slot: &mut Slot, key: Option<&str>, place: &mut Place<'_>) {
        let secret = slot.secret;
        let (found, number, state) = match &mut slot.state {
            State::List(items) => {
                for (index, item) in items.iter_mut().enumerate() {
                    place.index = Some(index);
                    // An item that is `null` stays: what becomes of it depends on its place.
                    if !matches!(&item.state, State::Wrong(Fault::Type { scalar: Scalar::Null, .. })) {
                        self.settle(shape.item(), item, None, place);
                    }
                }
                return;
            }
            State::Map(entries) => {
                for (key, entry) in entries.iter_mut() {
                    self.settle(shape.under(key), entry, Some(key), place);
                }
                entries.retain(|entry| !entry.state.is_missing());
                return;
            }
            State::Number(number) if number.fract() != 0.0 && self.cuts_fractions => {
                ("a number", Some(*number), State::Number(number.trunc()))
            }
            State::Wrong(Fault::Type { found, scalar }) => {
                let Some(state) = self.converted(shape, scalar, found) else { return };
                let number = match scalar {
                    Scalar::Number(number) if !secret && shape.secrecy == Secrecy::Open => Some(*number),
                    _ => None,
                };
                (*found, number, state)
            }
            _ => return,
        };
        slot.state = state;
        let key = key.map(str::to_string);
        place.conversions.push(Conversion { id: place.id, index: place.index, key, found, number });
    }

    fn converted(&self, shape: Shape, scalar: &Scalar, found: &'static str) -> Option<State> {
        let text = |text: &str| match shape.secrecy {
            Secrecy::Open => State::Text(text.into()),
            _ => State::Hidden(Hidden::new(text.to_string())),
        };
        Some(match (shape.value, scalar, self.engine) {
            (_, Scalar::Null, _) => State::Missing,
            (ValueType::Text, Scalar::Number(number), _) => text(&decimal::positional(*number)),
            (ValueType::Text, Scalar::Boolean(boolean), _) => text(if *boolean { "true" } else { "false" }),
            (ValueType::Integer, Scalar::Text(text), Engine::Terraform) => State::Number(decimal_number(text)?),
            (ValueType::Integer, Scalar::Text(text), Engine::Pulumi) => State::Number(go_integer(text)?),
            (ValueType::Boolean, Scalar::Text(text), Engine::Terraform) => State::Boolean(match text.as_str() {
                "true" | "1" => true,
                "false" | "0" => false,
                _ => return None,
            }),
            (ValueType::Boolean, Scalar::Text(text), Engine::Pulumi) => State::Boolean(match text.as_str() {
                "1" | "t" | "T" | "true" | "TRUE" | "True" => true,
                "" | "0" | "f" | "F" | "false" | "FALSE" | "False" => false,
                _ => return None,
            }),
            // Another number ends the plugin.
            (ValueType::Boolean, Scalar::Number(number), Engine::Pulumi) if [0.0, 1.0].contains(&number.trunc()) => {
                State::Boolean(number.trunc() == 1.0)
            }
            // A single value stands for a list of it.
            (ValueType::TextList | ValueType::Entries(_), scalar, Engine::Pulumi)
                if ![Scalar::None, Scalar::EmptyList].contains(scalar) =>
            {
                let item = shape.item();
                let wrong = || Fault::Type { found, scalar: scalar.clone() };
                let state = match scalar {
                    Scalar::Text(text) if item.value == ValueType::Text => State::Text(text.clone()),
                    _ => self.converted(item, scalar, found).unwrap_or_else(|| State::Wrong(wrong())),
                };
                State::List(vec![Slot { state, secret: false }])
            }
            _ => return None,
        })
    }
}

/// A decimal number with or without fraction and exponent, as Terraform reads text for a number.
fn decimal_number(text: &str) -> Option<f64> {
    let (negative, unsigned) = signed(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => {
            let (negative, digits) = signed(exponent);
            let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
            let exponent = i64::from(is_number.then(|| digits.parse().unwrap_or(u16::MAX))?);
            (mantissa, if negative { -exponent } else { exponent })
        }
        None => (unsigned, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = match (whole, fraction) {
        ("", fraction) => digits_of(0.0, fraction, 10)?,
        (whole, "") => digits_of(0.0, whole, 10)?,
        (whole, fraction) => digits_of(digits_of(0.0, whole, 10)?, fraction, 10)?,
    };
    let shift = exponent - i64::try_from(fraction.len()).ok()?;
    let power = (0..shift.unsigned_abs().min(400)).fold(1.0, |power, _| power * 10.0);
    let number = if shift < 0 { digits / power } else { digits * power };
    number.is_finite().then_some(if negative { -number } else { number })
}

/// A whole number as Go reads one in any base, but for underscores between its digits; no text is 0.
fn go_integer(text: &str) -> Option<f64> {
    if text.is_empty() {
        return Some(0.0);
    }
    let (negative, unsigned) = signed(text);
    let (digits, base) = match unsigned.as_bytes() {
        [b'0', b'x' | b'X', ..] => (unsigned.get(2..)?, 16),
        [b'0', b'b' | b'B', ..] => (unsigned.get(2..)?, 2),
        [b'0', b'o' | b'O', ..] => (unsigned.get(2..)?, 8),
        [b'0', _, ..] => (unsigned, 8),
        _ => (unsigned, 10),
    };
    let number = digits_of(0.0, digits, base)?;
    // What does not fit into 64 bits is none.
    (number < 9_223_372_036_854_775_808.0).then_some(if negative { -number } else { number })
}

fn signed(text: &str) -> (bool, &str) {
    match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

/// The number of more digits behind those of another one.
fn digits_of(before: f64, digits: &str, base: u32) -> Option<f64> {
    let mut number = None;
    for digit in digits.chars() {
        number = Some(number.unwrap_or(before) * f64::from(base) + f64::from(digit.to_digit(base)?));
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terraform_reads_decimal_numbers() {
        for (text, number) in [
            ("8", Some(8.0)),
            ("+8", Some(8.0)),
            ("8.0", Some(8.0)),
            ("1e3", Some(1000.0)),
            ("-2.5E-1", Some(-0.25)),
            (".5", Some(0.5)),
            ("1e-99999", Some(0.0)),
            ("1e99999", None),
            ("", None),
            (".", None),
            ("0x10", None),
            (" 8", None),
            ("1_000", None),
            ("\u{668}", None),
        ] {
            assert_eq!(decimal_number(text), number, "{text}");
        }
    }

    #[test]
    fn pulumi_reads_whole_numbers_of_any_base() {
        for (text, number) in [
            ("8", Some(8.0)),
            ("", Some(0.0)),
            ("0", Some(0.0)),
            ("00", Some(0.0)),
            ("010", Some(8.0)),
            ("-0x10", Some(-16.0)),
            ("0b11", Some(3.0)),
            ("1_000", None),
            ("0x", None),
            ("08", None),
            ("8.0", None),
            ("1e3", None),
            ("-", None),
            ("9223372036854775808", None),
        ] {
            assert_eq!(go_integer(text), number, "{text}");
        }
    }
}
