//! What several rules about the args of any resource need.

use crate::model::kind::{Property, ValueType};
use crate::rules::prelude::*;

/// A property, or what is inside it, as the subject of a message.
pub(in crate::rules) fn subject(resource: &Resource, property: &Property, path: PropertyPath<'_>) -> String {
    let written = path.path(resource);
    // A key of the user's may hold anything; of other paths, the property is translated into the dialect of the input.
    let is_plain = |c: char| c.is_ascii_alphanumeric() || ['.', '[', ']'].contains(&c);
    if written.starts_with(property.name) && written.chars().all(is_plain) {
        format!("`{written}`")
    } else {
        quoted(&written)
    }
}

/// The type of the value at a path.
pub(in crate::rules) fn expected(property: &Property, path: PropertyPath<'_>) -> ValueType {
    match (property.value, path.index, path.key) {
        (value, None, None) => value,
        (entries @ ValueType::Entries(_), Some(_), None) => entries.inside().unwrap_or(entries),
        _ => ValueType::Text,
    }
}
