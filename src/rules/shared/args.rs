//! What several rules about the args of any resource need.

use crate::model::kind::{Property, ValueType};
use crate::model::program::Program;
use crate::model::resource::State;
use crate::rules::prelude::*;

/// A property, or what is inside it, as the subject of a message.
pub(in crate::rules) fn subject(resource: &Resource, property: &Property, path: PropertyPath<'_>) -> String {
    // Where a setting is written, the path of the finding says.
    if resource.is_configuration() {
        return format!("`{}`", property.name);
    }
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

/// The property that a key means which is none, if one with a similar name is omitted.
pub(in crate::rules) fn omitted_property(resource: &Resource, key: &str) -> Option<(PropertyId, &'static Property)> {
    let kind = resource.kind?;
    let is_omitted = |id| resource.slot(id).is_some_and(|slot| slot.state == State::Missing);
    let omitted = kind.input_names().filter(|name| kind.property(name).is_some_and(|(id, _)| is_omitted(id)));
    kind.property(nearest(key, omitted)?)
}

/// The omitted properties that are given under a misspelled name: of which resource, by index, and which.
pub(in crate::rules) fn misspelled_properties(program: &Program) -> Vec<(usize, PropertyId)> {
    let mut misspelled = Vec::new();
    for resource in &program.resources {
        for (key, _) in &resource.unknown_keys {
            misspelled.extend(omitted_property(resource, key).map(|(id, _)| (resource.index, id)));
        }
    }
    misspelled
}
