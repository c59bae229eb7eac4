//! Where a value is in the args of a resource: a property, and what is inside it.

use super::kind::PropertyId;

/// A property, a place of its list, a key of its object, or a key of an object in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PropertyPath<'a> {
    /// The property.
    pub id: PropertyId,
    /// The place in the property's list.
    pub index: Option<usize>,
    /// The key in the object.
    pub key: Option<&'a str>,
}

impl From<PropertyId> for PropertyPath<'_> {
    fn from(id: PropertyId) -> Self {
        Self { id, index: None, key: None }
    }
}

impl PropertyId {
    /// A place of the property's list.
    #[must_use]
    pub const fn at<'a>(self, index: usize) -> PropertyPath<'a> {
        PropertyPath { id: self, index: Some(index), key: None }
    }

    /// A key of the property's object.
    #[must_use]
    pub const fn key(self, key: &str) -> PropertyPath<'_> {
        PropertyPath { id: self, index: None, key: Some(key) }
    }
}

impl<'a> PropertyPath<'a> {
    /// A key of the object at this place.
    #[must_use]
    pub const fn key<'b>(self, key: &'b str) -> PropertyPath<'b> {
        PropertyPath { id: self.id, index: self.index, key: Some(key) }
    }

    /// The same place of a property, without what is inside it.
    #[must_use]
    pub const fn property(self) -> PropertyPath<'a> {
        PropertyPath { id: self.id, index: None, key: None }
    }
}

/// A path with one more key: `a.b`, or `a["b c"]` for a key that is no plain name.
#[must_use]
pub fn join(path: &str, key: &str) -> String {
    let plain =
        !key.is_empty() && key.len() <= 60 && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '$');
    match (plain, path.is_empty()) {
        (true, true) => key.to_string(),
        (true, false) => format!("{path}.{key}"),
        (false, _) => format!("{path}[{}]", quoted_key(key)),
    }
}

/// The first part of a path, and what follows it.
#[must_use]
pub fn split_first(path: &str) -> (&str, &str) {
    path.split_at_checked(path.find(['.', '[']).unwrap_or(path.len())).unwrap_or((path, ""))
}

fn quoted_key(key: &str) -> String {
    let mut text = String::from("\"");
    for c in key.chars() {
        match c {
            '"' | '\\' => {
                text.push('\\');
                text.push(c);
            }
            c if c.is_control() => text.extend(c.escape_unicode()),
            c => text.push(c),
        }
    }
    text.push('"');
    text
}
