//! What changes of one resource, before anything is said about it.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::compare::{Programs, Verdict, absence, both_open, shown};
use super::plan::{Action, ChangedProperty, DeferredEffect, Effect, ReplaceOrder};
use super::upgrade::Release;
use crate::catalogue::Catalogue;
use crate::collect;
use crate::diagnostic::ResourceName;
use crate::model::kind::{Change, Kind, KindId, Property, PropertyId, ValueType};
use crate::model::resource::{Resource, Slot, State};
use crate::model::target::Target;

/// A property that changes, or may.
#[derive(Clone, Debug)]
pub(super) struct Changed<'a> {
    pub id: PropertyId,
    pub property: &'static Property,
    pub path: String,
    pub effect: Effect,
    pub before: Option<&'a Slot>,
    pub after: Option<&'a Slot>,
}

/// Why a resource is replaced or deleted along with another one.
#[derive(Clone, Debug)]
pub(super) struct Link {
    /// The property that names the other one.
    pub property: &'static str,
    /// The place of the other one among the drafts.
    pub parent: usize,
    /// Whether the reference is a secret.
    pub is_secret: bool,
}

/// One resource, and what happens to it.
#[derive(Debug)]
pub(super) struct Draft<'a> {
    pub kind: &'static Kind,
    pub before: Option<&'a Resource>,
    pub after: Option<&'a Resource>,
    /// What changes for certain.
    pub changes: Vec<Changed<'a>>,
    /// What may change: the place, and what it would do.
    pub deferred: Vec<(String, DeferredEffect)>,
    pub action: Action,
    pub order: Option<ReplaceOrder>,
    pub links: Vec<Link>,
    /// Whether it is kept alive by `protected`.
    pub is_protected: bool,
    /// Whether it takes data with it, its own or that of what is in it.
    pub loses_data: bool,
    /// What is replaced or deleted along with it, by place among the drafts; secret references are left out.
    pub children: Vec<usize>,
    /// Of a resource that is deleted: a new one that is made with the same values.
    pub made_again: Option<usize>,
    /// Protected resources in it, by their place among the drafts.
    pub held_by: BTreeSet<usize>,
}

impl<'a> Draft<'a> {
    pub const fn new(kind: &'static Kind, before: Option<&'a Resource>, after: Option<&'a Resource>) -> Self {
        Self {
            kind,
            before,
            after,
            changes: Vec::new(),
            deferred: Vec::new(),
            action: Action::None,
            order: None,
            links: Vec::new(),
            is_protected: false,
            loses_data: false,
            children: Vec::new(),
            made_again: None,
            held_by: BTreeSet::new(),
        }
    }

    /// The resource itself, as it is wished where it stays.
    pub fn resource(&self) -> Option<&'a Resource> {
        self.after.or(self.before)
    }

    /// How it is named in the plan.
    pub fn name(&self) -> ResourceName {
        let name = self.resource().map_or(String::new(), |resource| resource.name.clone());
        ResourceName { kind: self.kind.name.to_string(), name }
    }

    /// Whether it is deleted and made anew, or would be if it were not protected.
    pub fn is_replacing(&self) -> bool {
        self.changes.iter().any(|changed| changed.effect == Effect::Replace)
    }

    /// The change of a property, where it is certain.
    pub fn changed(&self, id: PropertyId) -> Option<&Changed<'a>> {
        self.changes.iter().find(|changed| changed.id == id)
    }

    /// Whether a property changes for certain or may change.
    pub fn may_change(&self, id: PropertyId) -> bool {
        let name = self.kind.properties.get(id.0).map(|property| property.name);
        self.changed(id).is_some() || self.deferred.iter().any(|(path, _)| Some(path.as_str()) == name)
    }
}

impl Changed<'_> {
    /// The change as the plan shows it.
    pub fn shown(&self) -> ChangedProperty {
        let empty = Slot::default();
        let (before, after) = (self.before.unwrap_or(&empty), self.after.unwrap_or(&empty));
        let is_open = both_open(before, after);
        let value = |slot: &Slot| if is_open { shown(slot) } else { None };
        ChangedProperty { path: self.path.clone(), effect: self.effect, from: value(before), to: value(after) }
    }
}

/// Compares the two states of a resource, property by property.
pub(super) fn compare<'a>(draft: &mut Draft<'a>, programs: Programs<'a>, target: &Target, catalogue: &Catalogue) {
    let (Some(before), Some(after)) = (draft.before, draft.after) else { return };
    for ((id, property, old), (_, _, new)) in before.properties().zip(after.properties()) {
        if property.is_computed() {
            continue;
        }
        let note = |path: String, key: Option<&str>, verdict: Verdict, old: Option<&'a Slot>, new: Option<&'a Slot>| {
            let empty = Slot::default();
            let effect =
                effect(property.change, key, (old.unwrap_or(&empty), new.unwrap_or(&empty)), before, target, catalogue);
            (verdict, Changed { id, property, path, effect, before: old, after: new })
        };
        let mut found = Vec::new();
        match (&old.state, &new.state) {
            // An object is compared key by key, unless it is a secret as a whole.
            (State::Map(a), State::Map(b)) if property.value == ValueType::TextMap && !old.secret && !new.secret => {
                for key in collect::set(a.keys().chain(b.keys())) {
                    let verdict = match (a.get(key), b.get(key)) {
                        (Some(old), Some(new)) => programs.compare(property, old, new),
                        (Some(slot), None) | (None, Some(slot)) => absence(slot),
                        (None, None) => Verdict::Same,
                    };
                    let path = id.key(key).path(after);
                    found.push(note(path, Some(key), verdict, a.get(key), b.get(key)));
                }
            }
            _ => {
                let verdict =
                    version_verdict(property, before, old, new).unwrap_or_else(|| programs.compare(property, old, new));
                found.push(note(property.name.to_string(), None, verdict, Some(old), Some(new)));
            }
        }
        for (verdict, changed) in found {
            match verdict {
                Verdict::Same => {}
                Verdict::Unsure => draft.deferred.push((changed.path, DeferredEffect::Property(changed.effect))),
                Verdict::Differs => draft.changes.push(changed),
            }
        }
    }
}

/// Whether a version that the program names for the first time is another one than the service has: it has some version
/// of the line that the cluster was made with.
fn version_verdict(property: &Property, before: &Resource, old: &Slot, new: &Slot) -> Option<Verdict> {
    if property.change != Change::Upgrade || old.state != State::Missing {
        return None;
    }
    let State::Text(new) = &new.state else { return None };
    let made_with = line_before(before)?;
    let is_other = Release::parse(new)?.line != made_with.line;
    Some(if is_other { Verdict::Differs } else { Verdict::Unsure })
}

/// The release line that a cluster was made with.
fn line_before(before: &Resource) -> Option<Release> {
    let text = |property: &Property, slot: &Slot| match &slot.state {
        State::Text(text) if property.change == Change::NoEffect => Release::parse(text),
        _ => None,
    };
    before.properties().find_map(|(_, property, slot)| text(property, slot))
}

/// What a change of a value does.
fn effect(
    change: Change,
    key: Option<&str>,
    (old, new): (&Slot, &Slot),
    before: &Resource,
    target: &Target,
    catalogue: &Catalogue,
) -> Effect {
    match change {
        Change::InPlaceBut(keys) if key.is_some_and(|key| keys.contains(&key)) => Effect::NoEffect,
        Change::InPlaceUnlessEmpty if matches!(&new.state, State::List(items) if items.is_empty()) => Effect::NoEffect,
        Change::ReplaceWithout(feature) if !target.has(feature, catalogue) => Effect::Replace,
        Change::Grow => match (&old.state, &new.state) {
            (State::Number(old), State::Number(new)) if new < old => Effect::Refused,
            _ => Effect::Disk,
        },
        Change::Upgrade => {
            let release = |slot: &Slot| if let State::Text(text) = &slot.state { Release::parse(text) } else { None };
            let from = release(old).or_else(|| line_before(before));
            let compared = from.zip(release(new)).and_then(|(from, to)| from.compare(to));
            if compared == Some(Ordering::Greater) { Effect::Downgrade } else { Effect::Upgrade }
        }
        Change::InPlace
        | Change::InPlaceBut(_)
        | Change::InPlaceUnlessEmpty
        | Change::ReplaceWithout(_)
        | Change::Connection
        | Change::OtherOrganization => Effect::InPlace,
        Change::Replace => Effect::Replace,
        Change::Resize => Effect::Resize,
        Change::Disk => Effect::Disk,
        Change::NoEffect | Change::Never => Effect::NoEffect,
        Change::Fails => Effect::Refused,
    }
}

/// The most that certain changes do to a resource that stays.
pub(super) fn strongest(draft: &Draft<'_>) -> Action {
    let rank = |effect: Effect| match effect {
        Effect::NoEffect | Effect::Along => Action::None,
        Effect::InPlace => Action::Update,
        Effect::Disk => Action::Disk,
        Effect::Resize => Action::Resize,
        Effect::Upgrade | Effect::Downgrade => Action::Upgrade,
        Effect::Replace => Action::Replace,
        Effect::Refused => Action::Refused,
    };
    let order = [Action::Replace, Action::Refused, Action::Upgrade, Action::Resize, Action::Disk, Action::Update];
    let does = |action: &Action| draft.changes.iter().any(|changed| rank(changed.effect) == *action);
    let certain = order.into_iter().find(does);
    certain.unwrap_or(if draft.deferred.is_empty() { Action::None } else { Action::Undecided })
}

/// Whether two resources of a kind have the same values, as far as that is known.
pub(super) fn are_alike(before: &Resource, after: &Resource, programs: Programs<'_>) -> bool {
    let mut pairs = before.properties().zip(after.properties());
    pairs.all(|((_, property, old), (_, _, new))| programs.compare(property, old, new) == Verdict::Same)
}

/// Whether data is gone with a resource of this kind.
pub(super) const fn holds_data(kind: &Kind) -> bool {
    matches!(kind.id, KindId::ManagedCluster)
}
