//! Reading requests and options into types: whatever is invalid has its path and a reason.
//!
//! A request is a struct with `Deserialize` and `Validate`. What serde derives for it reads it from a [`Raw`] tree, which may hold
//! anything that JavaScript has, and refuses wrong types, unknown keys and names that there are not. What `validator` derives for
//! it refuses numbers and lengths outside of constant limits. What depends on the catalogue, or on several values at once, is
//! checked by hand, where the request is used.
//!
//! Three conventions tell serde what it has no words for:
//!
//! - The name of an enum is what its variants are, such as `cloud`.
//! - An enum with a variant `string` is told apart by the type of the value; its other variants are `object` and `unknown`. Its
//!   name is what is expected.
//! - A struct that is named `Plan: ok, routes` also accepts the keys `ok` and `routes`, with any value.

mod error;
mod given;
mod limits;
mod scalars;
#[cfg(feature = "bindings")]
mod typescript;

use serde::Deserialize;
use validator::Validate;

pub use error::{InputError, expected, unknown_name};
pub use limits::{Integer, List};
pub use scalars::{AnyObject, IdOrUnknown, Name, NotBlank, Now, cidr, schedule};

use super::raw::Raw;
use given::Given;

/// Reads a request. `root` is what the paths of errors begin with.
///
/// # Errors
/// The first invalid value.
pub fn read<'a, T: Deserialize<'a> + Validate>(value: &'a Raw, root: &str) -> Result<T, InputError> {
    let request: T = read_unlimited(value, root)?;
    match request.validate() {
        Err(errors) => Err(limits::first(&errors).inside(root)),
        Ok(()) => Ok(request),
    }
}

/// Reads a request whose limits are checked by hand: what `validator` needs is a tenth of the module for arithmetic.
///
/// # Errors
/// The first invalid value.
pub fn read_unlimited<'a, T: Deserialize<'a>>(value: &'a Raw, root: &str) -> Result<T, InputError> {
    T::deserialize(Given(Some(value))).map_err(|refused| refused.error().inside(root))
}

/// Reads a number by itself, whose range is no constant.
///
/// # Errors
/// When it is no number.
pub fn integer(value: &Raw) -> Result<Integer, InputError> {
    Integer::deserialize(Given(Some(value))).map_err(error::Refused::error)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::model::raw::{Object, Unusable};

    #[derive(Debug, Deserialize, Validate)]
    #[serde(rename_all = "camelCase")]
    struct Wish {
        cups: Option<Integer>,
        #[validate(range(min = -5, max = 12_000))]
        degrees_outside: Option<Integer>,
        #[validate(range(min = 0.0, max = 0.5))]
        sugar: Option<f64>,
        tea: Option<Tea>,
        who: Option<Who>,
        #[validate(length(min = 1, max = 2, message = "must not be empty; bring a friend"), nested)]
        friends: Option<List<Friend>>,
        notes: Option<BTreeMap<String, bool>>,
    }

    #[derive(Debug, Deserialize, Validate)]
    #[serde(rename = "Friend: since, from")]
    struct Friend {
        name: Name,
        #[validate(range(min = 0, max = 9))]
        visits: Option<Integer>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename = "kind of tea", rename_all = "lowercase")]
    enum Tea {
        Black,
        Green,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename = "a name or an object", rename_all = "lowercase")]
    enum Who {
        String(NotBlank),
        Object { name: NotBlank },
    }

    fn refused(json: &str) -> String {
        let raw: Raw = serde_json::from_str(json).unwrap();
        read::<Wish>(&raw, "wish").unwrap_err().to_string()
    }

    #[test]
    fn what_is_invalid_has_its_path_and_a_reason() {
        let long = "x".repeat(1_001);
        for (json, expected) in [
            ("3", "wish: must be an object, not a number"),
            (r#"{"cup": 1}"#, "wish.cup: unknown key; did you mean `cups`?"),
            (
                r#"{"a b": 1, "tea": 5}"#,
                "wish[\"a b\"]: unknown key; known keys are `cups`, `degreesOutside`, `sugar`, `tea`, `who`, `friends` and `notes`",
            ),
            (r#"{"cups": null}"#, "wish.cups: must be an integer, not `null`"),
            (r#"{"sugar": "x", "cups": "x"}"#, "wish.cups: must be an integer, not a string"),
            (r#"{"degreesOutside": -6}"#, "wish.degreesOutside: must be an integer from -5 to 12,000, not -6"),
            (r#"{"degreesOutside": 0.5}"#, "wish.degreesOutside: must be an integer from -5 to 12,000, not 0.5"),
            (r#"{"degreesOutside": 1e300}"#, "wish.degreesOutside: must be an integer from -5 to 12,000, not 1e300"),
            (r#"{"sugar": 0.6}"#, "wish.sugar: must be a number from 0 to 0.5, not 0.6"),
            (r#"{"tea": "grean"}"#, "wish.tea: unknown kind of tea `grean`; did you mean `green`?"),
            (r#"{"tea": "mint"}"#, "wish.tea: unknown kind of tea `mint`; use `black` or `green`"),
            (r#"{"tea": []}"#, "wish.tea: must be a string, not an array"),
            (r#"{"who": 1}"#, "wish.who: must be a name or an object, not a number"),
            (r#"{"who": " "}"#, "wish.who: must not be blank"),
            (r#"{"who": {}}"#, "wish.who.name: is required"),
            (r#"{"friends": []}"#, "wish.friends: must not be empty; bring a friend"),
            (
                r#"{"friends": [{"name": "a"}, {"name": "b"}, {"name": "c"}]}"#,
                "wish.friends: has 3 items; at most 2 are supported",
            ),
            (
                r#"{"friends": [{"name": "a", "since": []}, {"name": 1}]}"#,
                "wish.friends[1].name: must be a string, not a number",
            ),
            (
                r#"{"friends": [{"name": "a", "visits": 4}, {"name": "b", "visits": 10}]}"#,
                "wish.friends[1].visits: must be an integer from 0 to 9, not 10",
            ),
            (
                r#"{"friends": [{"Friend": 1}]}"#,
                "wish.friends[0].Friend: unknown key; known keys are `name`, `visits`, `since` and `from`",
            ),
            (
                &format!(r#"{{"friends": [{{"name": "{long}"}}]}}"#),
                "wish.friends[0].name: must be at most 1000 characters long",
            ),
            (r#"{"notes": {"a.b": 1}}"#, "wish.notes[\"a.b\"]: must be a boolean, not a number"),
        ] {
            assert_eq!(refused(json), expected, "{json}");
        }
    }

    #[test]
    fn what_javascript_alone_has_is_refused_like_any_other_value() {
        for (given, expected) in [
            (Raw::Unknown, "wish.cups: must be an integer, not an unknown value"),
            (Raw::Unusable(Unusable::NotANumber), "wish.cups: must be an integer, not `NaN`"),
            (
                Raw::Unusable(Unusable::Throws),
                "wish.cups: must be an integer, not a property that throws when it is read",
            ),
            (Raw::Unusable(Unusable::TooDeep), "wish.cups: is a value that is nested too deeply"),
        ] {
            let wish = Raw::Object(Object::from([("cups", given)]));
            assert_eq!(read::<Wish>(&wish, "wish").unwrap_err().to_string(), expected);
        }
    }

    #[test]
    fn what_is_valid_is_read() {
        let named: Wish = read(&serde_json::from_str(r#"{"who": "a"}"#).unwrap(), "wish").unwrap();
        assert!(matches!(named.who, Some(Who::String(name)) if name.0 == "a"));
        let raw: Raw = serde_json::from_str(
            r#"{"cups": 2, "degreesOutside": -5, "tea": "green", "who": {"name": "a"}, "friends": [{"name": "b", "from": 1}]}"#,
        )
        .unwrap();
        let wish: Wish = read(&raw, "wish").unwrap();
        assert_eq!((wish.cups.map(Integer::get), wish.degrees_outside.map(Integer::signed)), (Some(2), Some(-5)));
        assert!(matches!((wish.tea, wish.who), (Some(Tea::Green), Some(Who::Object { name })) if name.0 == "a"));
        assert_eq!(wish.friends.unwrap().0.first().unwrap().name, Name("b".to_string()));
        assert!(wish.notes.is_none());
    }
}
