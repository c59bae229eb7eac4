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

pub use error::{InputError, expected, unknown_key, unknown_name};
pub use limits::{Integer, List};
pub use scalars::{AnyObject, IdOrUnknown, Name, NotBlank, Now, cidr, schedule};

use super::raw::Raw;
use given::Given;

/// Reads a request. `root` is what the paths of errors begin with.
///
/// # Errors
/// The first invalid value.
pub fn read<'a, T: Deserialize<'a> + Validate>(value: &'a Raw, root: &str) -> Result<T, InputError> {
    match T::deserialize(Given(Some(value))) {
        Err(refused) => Err(refused.error().inside(root)),
        Ok(request) => match request.validate() {
            Err(errors) => Err(limits::first(&errors).inside(root)),
            Ok(()) => Ok(request),
        },
    }
}

/// Reads a number by itself, whose range is no constant.
///
/// # Errors
/// When it is no number.
pub fn integer(value: &Raw) -> Result<Integer, InputError> {
    Integer::deserialize(Given(Some(value))).map_err(error::Refused::error)
}
