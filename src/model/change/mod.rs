//! The change of a program: what happens to each resource, and which of its properties change.
//!
//! A planner finds it out and rules say what it means, so it lies where both know it.

mod action;
pub mod engine;
pub mod upgrade;

use std::collections::BTreeSet;

pub use action::{Action, DeferredEffect, Effect, ReplaceOrder};
use engine::EngineStep;

use super::kind::{Kind, KindId, Property, PropertyId};
use super::resource::{Resource, Slot, State};
use crate::diagnostic::ResourceName;

/// The name of the property that keeps a resource from being deleted.
pub const PROTECTED: &str = "protected";
/// The name of the property that is the name that the service shows.
pub const NAME: &str = "name";

/// One property that changes for certain.
#[derive(Clone, Debug)]
pub struct Change<'a> {
    /// The property.
    pub id: PropertyId,
    /// Its row in the table of the kind.
    pub property: &'static Property,
    /// The path in the args: the property, or a key of its object.
    pub path: String,
    /// What the change does.
    pub effect: Effect,
    /// The value before; nothing where only what it refers to is replaced.
    pub before: Option<&'a Slot>,
    /// The value after; nothing where only what it refers to is replaced.
    pub after: Option<&'a Slot>,
}

/// A reference to a resource that is replaced or deleted.
#[derive(Clone, Debug)]
pub struct Link {
    /// The property that refers to it.
    pub property: &'static str,
    /// The index of its step.
    pub parent: usize,
    /// Whether the reference is a secret.
    pub is_secret: bool,
}

/// What happens to one resource. Other steps are given by their indexes.
#[derive(Debug)]
pub struct Step<'a> {
    /// The kind of the resource.
    pub kind: &'static Kind,
    /// The resource: the new state of it where there is one.
    pub resource: &'a Resource,
    /// The resource as it is; nothing for a new one.
    pub before: Option<&'a Resource>,
    /// The resource as it should be; nothing for a deleted one.
    pub after: Option<&'a Resource>,
    /// The main thing that happens to it for certain.
    pub action: Action,
    /// What changes for certain, in the order of the kind's table.
    pub changes: Vec<Change<'a>>,
    /// What may change: the path, and what a change of it would do.
    pub deferred: Vec<(String, DeferredEffect)>,
    /// Of a replacement: what comes first.
    pub order: Option<ReplaceOrder>,
    /// Its references to what is replaced or deleted.
    pub links: Vec<Link>,
    /// What the engine says of it; nothing where none has spoken.
    pub engine: Option<&'a EngineStep>,
    /// Whether it is not of the program: left behind by a replacement, or only read.
    pub is_beside: bool,
    /// Whether `protected` keeps it from being deleted.
    pub is_protected: bool,
    /// Whether it would be deleted or replaced, were it not refused.
    pub is_leaving: bool,
    /// Whether data is lost with it, its own or that of what is in it.
    pub loses_data: bool,
    /// Whether the user has said that its data may be lost.
    pub is_loss_allowed: bool,
    /// What is replaced or deleted because it refers to this one; secret references are left out.
    pub children: Vec<usize>,
    /// Of a deleted resource: the only new one with the same values.
    pub renamed_to: Option<usize>,
    /// The protected resources in it.
    pub held_by: BTreeSet<usize>,
}

impl<'a> Step<'a> {
    /// The step of a resource of the new program.
    #[must_use]
    pub const fn of(kind: &'static Kind, before: Option<&'a Resource>, after: &'a Resource) -> Self {
        Self::new(kind, after, before, Some(after))
    }

    /// The step of a resource that the new program does not have.
    #[must_use]
    pub const fn without(kind: &'static Kind, before: &'a Resource) -> Self {
        Self::new(kind, before, Some(before), None)
    }

    const fn new(
        kind: &'static Kind,
        resource: &'a Resource,
        before: Option<&'a Resource>,
        after: Option<&'a Resource>,
    ) -> Self {
        Self {
            kind,
            resource,
            before,
            after,
            action: Action::None,
            changes: Vec::new(),
            deferred: Vec::new(),
            order: None,
            links: Vec::new(),
            engine: None,
            is_beside: false,
            is_protected: false,
            is_leaving: false,
            loses_data: false,
            is_loss_allowed: false,
            children: Vec::new(),
            renamed_to: None,
            held_by: BTreeSet::new(),
        }
    }

    /// How the resource is named in a plan.
    #[must_use]
    pub fn name(&self) -> ResourceName {
        ResourceName { kind: self.kind.name.to_string(), name: self.resource.name.clone() }
    }

    /// What tells it from all others: its URN or address where an engine has spoken, else its name.
    #[must_use]
    pub fn id(&self) -> &str {
        self.engine.map_or(self.resource.name.as_str(), |engine| engine.id.as_str())
    }

    /// The name that the program gives it, which others may have elsewhere.
    #[must_use]
    pub fn logical_name(&self) -> &str {
        self.engine.and_then(EngineStep::logical_name).unwrap_or(&self.resource.name)
    }

    /// Whether only one of two is of the provider that the other's was renamed to.
    #[must_use]
    pub fn is_migrated_to(&self, new: &Self) -> bool {
        let of = |step: &Self| step.engine.is_some_and(EngineStep::is_of_renamed_provider);
        of(self) != of(new)
    }

    /// Whether a replacement has left it behind: another resource has its name now.
    #[must_use]
    pub fn is_left_over(&self) -> bool {
        self.is_beside && self.action != Action::Read
    }

    /// What `protected` is before the change, where the kind has it: that counts for whether it can be deleted.
    #[must_use]
    pub fn protection(&self) -> Option<&'a State> {
        let (id, _) = self.kind.property(PROTECTED)?;
        Some(&self.before?.slot(id)?.state)
    }

    /// Whether the program gives the resource the name that the service shows.
    #[must_use]
    pub fn is_named(&self) -> bool {
        let slot = self.kind.property(NAME).and_then(|(id, _)| self.after?.slot(id));
        slot.is_some_and(|slot| !matches!(slot.state, State::Missing))
    }

    /// Whether it is a database, and its data is lost.
    #[must_use]
    pub fn is_database_lost(&self) -> bool {
        self.loses_data && self.kind.id == KindId::ManagedCluster
    }

    /// Whether it is replaced or deleted if values turn out in one way: they are unknown, or the service has stored them in
    /// another spelling.
    #[must_use]
    pub fn may_leave(&self) -> bool {
        self.deferred.iter().any(|(_, effect)| {
            matches!(effect, DeferredEffect::Property(Effect::Replace) | DeferredEffect::Resource(Action::Delete))
        })
    }

    /// Whether it is a database that is lost then, and no engine has decided otherwise.
    #[must_use]
    pub fn may_lose_database(&self) -> bool {
        let is_protected = self.is_protected || matches!(self.protection(), Some(State::Boolean(true)));
        let is_safe = self.loses_data || is_protected || self.is_loss_allowed || self.before.is_none();
        self.kind.id == KindId::ManagedCluster && self.engine.is_none() && !is_safe && self.may_leave()
    }

    /// Whether it is replaced, or would be if it were not protected.
    #[must_use]
    pub fn is_replacing(&self) -> bool {
        self.changes.iter().any(|change| change.effect == Effect::Replace)
    }

    /// The change of a property, where it is certain.
    #[must_use]
    pub fn change(&self, id: PropertyId) -> Option<&Change<'a>> {
        self.changes.iter().find(|change| change.id == id)
    }

    /// Whether a property changes for certain or may change.
    #[must_use]
    pub fn may_change(&self, id: PropertyId) -> bool {
        let name = self.kind.properties.get(id.0).map(|property| property.name);
        self.change(id).is_some() || self.deferred.iter().any(|(path, _)| Some(path.as_str()) == name)
    }
}

impl Change<'_> {
    /// Whether a value of it, before or after, must not be shown.
    #[must_use]
    pub fn holds_secret(&self) -> bool {
        [self.before, self.after].into_iter().flatten().any(Slot::holds_secret)
    }
}
