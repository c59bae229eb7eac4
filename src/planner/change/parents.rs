//! What a resource refers to and is replaced or deleted.

use std::collections::BTreeMap;

use crate::model::change::{Link, ReplaceOrder, Step};
use crate::model::kind::{Property, PropertyId};
use crate::model::kinds::KINDS;
use crate::model::resource::{Slot, State};

/// What matters about a resource to those that refer to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is replaced or deleted, so that whatever refers to it changes. Has the index of its step.
    Leaves(usize),
    /// It may be.
    Undecided(usize),
}

/// The fates of resources, by kind and name.
pub(super) type Fates = BTreeMap<(&'static str, String), Fate>;

/// A reference to a resource that is replaced or deleted, or may be.
pub(super) struct Parent {
    pub id: PropertyId,
    pub property: &'static Property,
    pub fate: Fate,
    /// Whether the old one is deleted before the new one is created.
    pub is_deleted_first: bool,
    is_secret: bool,
}

/// The references that a resource has before and after, to resources that are replaced or deleted, or may be.
pub(super) fn parents(step: &Step<'_>, fates: &Fates, steps: &[Step<'_>]) -> Vec<Parent> {
    let Some(before) = step.before else { return Vec::new() };
    let mut parents = Vec::new();
    for (id, property, old) in before.properties() {
        let Some(kind) = property.refers_to else { continue };
        let new = step.after.map(|after| after.slot(id));
        for name in references(old) {
            // A reference to something else has been compared already.
            if new.is_some_and(|new| new.is_none_or(|new| !references(new).any(|other| other == name))) {
                continue;
            }
            let Some(kind) = KINDS.iter().find(|known| known.name == kind) else { continue };
            let Some(fate) = fates.get(&(kind.name, name.to_string())) else { continue };
            let (Fate::Leaves(index) | Fate::Undecided(index)) = *fate;
            let order = steps.get(index).and_then(|parent| parent.order);
            let is_deleted_first = order == Some(ReplaceOrder::DeleteFirst);
            let is_secret = old.holds_secret() || new.flatten().is_some_and(Slot::holds_secret);
            parents.push(Parent { id, property, fate: *fate, is_deleted_first, is_secret });
        }
    }
    parents
}

fn references(slot: &Slot) -> impl Iterator<Item = &str> {
    let items = if let State::List(items) = &slot.state { items.as_slice() } else { std::slice::from_ref(slot) };
    items
        .iter()
        .filter_map(|item| if let State::Reference(other) = &item.state { Some(other.name.as_str()) } else { None })
}

/// The link to a resource that is replaced or deleted for certain.
pub(super) fn link(parent: &Parent) -> Option<Link> {
    let Fate::Leaves(index) = parent.fate else { return None };
    Some(Link { property: parent.property.name, parent: index, is_secret: parent.is_secret })
}
