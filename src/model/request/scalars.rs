//! Strings of requests that are something else: each is read here, with the sentence for what cannot be read.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

use crate::model::resource::{MAX_NAME, is_name};
use crate::model::target::{Target, TargetFault};
use crate::net::Cidr;
use crate::schedule::{Instant, Schedule};
use crate::value::date::Date;
use crate::value::server_version::{Line, ServerVersion};
use crate::value::spelling::quoted;

/// A string that is not blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotBlank(pub String);

/// A string that is not blank and short enough for a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name(pub String);

/// The id of a resource, or the promise of one, which whoever waits for it writes into the args.
#[derive(Clone, Debug, serde::Deserialize)]
#[serde(rename = "a string", rename_all = "lowercase")]
pub enum IdOrUnknown {
    /// The id.
    String(NotBlank),
    /// There will be one.
    Unknown,
}

/// A day, also that of a time which is one.
#[derive(Clone, Copy, Debug)]
pub struct Now(pub Date);

/// An object that is looked at elsewhere.
#[derive(Clone, Copy, Debug)]
pub struct AnyObject;

impl IdOrUnknown {
    /// The id, if it is known.
    #[must_use]
    pub fn known(self) -> Option<String> {
        match self {
            Self::String(id) => Some(id.0),
            Self::Unknown => None,
        }
    }
}

/// A CIDR block.
///
/// # Errors
/// Why the text is not an IPv4 CIDR block in its canonical form.
pub fn cidr(text: &str) -> Result<Cidr, String> {
    present(text)?;
    Cidr::parse(text).map_err(|error| format!("{} {error}", quoted(text)))
}

/// A schedule.
///
/// # Errors
/// Why the text is not a schedule that the service accepts.
pub fn schedule(text: &str) -> Result<Schedule, String> {
    present(text)?;
    Schedule::parse(text).map_err(|error| format!("{} {error}", quoted(text)))
}

fn present(text: &str) -> Result<&str, String> {
    if text.trim().is_empty() { Err("must not be blank".to_string()) } else { Ok(text) }
}

fn name(text: &str) -> Result<Name, String> {
    if !is_name(text) {
        return Err(format!("must be at most {MAX_NAME} characters long"));
    }
    present(text).map(|text| Name(text.to_string()))
}

fn instant(text: &str) -> Result<Instant, String> {
    let example = "must be an ISO time with a zone such as `2026-11-23T08:00:00Z`";
    Instant::parse(text).ok_or_else(|| format!("{example}, not {}", quoted(text)))
}

fn day(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| not_a_day(text))
}

fn moment(text: &str) -> Result<Now, String> {
    let is_exact = text.len() == 10 || Instant::parse(text).is_some();
    Date::parse(text).filter(|_| is_exact).map(Now).ok_or_else(|| not_a_day(text))
}

fn not_a_day(text: &str) -> String {
    let example = "must be an ISO date or time such as `2026-11-23` or `2026-11-23T08:00:00Z`";
    format!("{example}, not {}", quoted(text))
}

fn target(text: &str) -> Result<Target, String> {
    Target::read(text).map_err(|fault| match fault {
        TargetFault::Contradiction(one, other) => {
            format!("no version is in both {} and {}", quoted(&one), quoted(&other))
        }
        TargetFault::Unknown => {
            let help = Target::meant(text).map_or(Target::FORM.to_string(), |meant| format!("did you mean `{meant}`?"));
            format!("unknown target {}; {help}", quoted(text))
        }
    })
}

fn line(text: &str) -> Result<Line, String> {
    let error = || format!("{} is not a release line; expected `YY.M`, such as `26.0`", quoted(text));
    ServerVersion::parse_line(text).ok_or_else(error)
}

/// Types that are read from a string by a function.
macro_rules! from_text {
    ($($name:ty: $read:expr),+ $(,)?) => {
        $(
            impl<'de> Deserialize<'de> for $name {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    $read(<&str>::deserialize(deserializer)?).map_err(D::Error::custom)
                }
            }
        )+
    };
}

from_text! {
    NotBlank: |text: &str| present(text).map(|text| NotBlank(text.to_string())),
    Name: name,
    Cidr: cidr,
    Instant: instant,
    Date: day,
    Now: moment,
    Target: target,
    Line: line,
}

impl<'de> Deserialize<'de> for AnyObject {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = AnyObject;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<AnyObject, A::Error> {
                Ok(AnyObject)
            }
        }
        deserializer.deserialize_map(Any)
    }
}
