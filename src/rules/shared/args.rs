//! What several rules about the args of any resource need.

use crate::model::kind::Property;
use crate::rules::prelude::*;

/// A property, or what is inside it, as the subject of a message.
pub(in crate::rules) fn subject(resource: &Resource, property: &Property, path: PropertyPath<'_>) -> String {
    let written = path.path(resource);
    // Only the name of a property is translated into the dialect of the input; other paths stay as they are.
    if path == path.property() || written == property.name {
        return format!("`{}`", property.name);
    }
    quoted(&written)
}
