//! Where a value is in the args of a resource: a property, and what is inside it.

use super::document::join;
use super::kind::PropertyId;
use super::resource::{Origin, Resource};

/// A property, a place of its list, a key of its object, or a key of an object in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place<'a> {
    /// The property.
    pub id: PropertyId,
    /// The place in the property's list.
    pub index: Option<usize>,
    /// The key in the object.
    pub key: Option<&'a str>,
}

impl From<PropertyId> for Place<'_> {
    fn from(id: PropertyId) -> Self {
        Self { id, index: None, key: None }
    }
}

impl PropertyId {
    /// A place of the property's list.
    #[must_use]
    pub const fn at<'a>(self, index: usize) -> Place<'a> {
        Place { id: self, index: Some(index), key: None }
    }

    /// A key of the property's object.
    #[must_use]
    pub const fn key(self, key: &str) -> Place<'_> {
        Place { id: self, index: None, key: Some(key) }
    }
}

impl<'a> Place<'a> {
    /// A key of the object at this place.
    #[must_use]
    pub const fn key<'b>(self, key: &'b str) -> Place<'b> {
        Place { id: self.id, index: self.index, key: Some(key) }
    }

    /// The same place of a property, without what is inside it.
    #[must_use]
    pub const fn property(self) -> Place<'a> {
        Place { id: self.id, index: None, key: None }
    }

    /// The path in the args: `routes[1]`, `data.sink`, `cidrBlocks[0].address`. Of a configuration, the path in the
    /// document. It ends where something is secret as a whole: what is inside that is nobody's business.
    #[must_use]
    pub fn path(self, resource: &Resource) -> String {
        if let Origin::Configuration { paths, .. } = &resource.origin {
            return paths.get(self.id.0).cloned().unwrap_or_default();
        }
        let is_secret = |place: Place<'_>| resource.slot_at(place).is_some_and(|slot| slot.secret);
        let property = resource.kind.and_then(|kind| kind.properties.get(self.id.0));
        let mut path = property.map_or(String::new(), |property| property.name.to_string());
        if is_secret(self.property()) {
            return path;
        }
        if let Some(index) = self.index {
            path = format!("{path}[{index}]");
        }
        match self.key {
            Some(key) if self.index.is_none() || !is_secret(Place { key: None, ..self }) => join(&path, key),
            _ => path,
        }
    }
}
