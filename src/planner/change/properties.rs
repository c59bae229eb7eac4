//! Which properties of a resource change, and what that does to it.

use std::cmp::Ordering;

use super::compare::{Programs, Verdict, absence, both_open, shown};
use super::plan::ChangedProperty;
use crate::collect;
use crate::model::change::upgrade::Release;
use crate::model::change::{Action, Change, DeferredEffect, Effect, NAME, Step};
use crate::model::dialect::Dialect;
use crate::model::kind::{Kind, KindId, OnChange, Property, ValueType};
use crate::model::resource::{Resource, Slot, State};

/// A change as the plan shows it.
pub(super) fn shown_change(kind: &Kind, change: &Change<'_>, dialect: Dialect) -> ChangedProperty {
    let empty = Slot::default();
    let (before, after) = (change.before.unwrap_or(&empty), change.after.unwrap_or(&empty));
    let is_open = both_open(before, after);
    let value = |slot: &Slot| if is_open { shown(slot) } else { None };
    let path = dialect.path(Some(kind), change.path.clone());
    ChangedProperty { path, effect: change.effect, from: value(before), to: value(after) }
}

/// Compares the two states of a resource, property by property.
pub(super) fn compare<'a>(step: &mut Step<'a>, programs: Programs<'a>) {
    let (Some(before), Some(after)) = (step.before, step.after) else { return };
    for ((id, property, old), (_, _, new)) in before.properties().zip(after.properties()) {
        if property.is_computed() {
            continue;
        }
        let replaces = programs.target.behaviour(step.kind, property).replaces;
        let note = |path: String, key: Option<&str>, verdict: Verdict, old: Option<&'a Slot>, new: Option<&'a Slot>| {
            let empty = Slot::default();
            let effect = match replaces {
                Some(false) => {
                    effect(property.change, key, (old.unwrap_or(&empty), new.unwrap_or(&empty)), (before, after))
                }
                // The worst that it may be.
                Some(true) | None => Effect::Replace,
            };
            // What a version does that is not known is not certain either.
            let verdict = if replaces.is_none() { verdict.min(Verdict::Unsure) } else { verdict };
            (verdict, Change { id, property, path, effect, before: old, after: new })
        };
        let mut found = Vec::new();
        match (&old.state, &new.state) {
            // An object is compared key by key, unless it is a secret as a whole.
            (State::Map(a), State::Map(b)) if property.value == ValueType::TextMap && !old.secret && !new.secret => {
                for key in collect::set(a.keys().chain(b.keys())) {
                    let verdict = match (a.get(key), b.get(key)) {
                        (Some(old), Some(new)) => programs.compare(step.kind, property, old, new),
                        (Some(slot), None) | (None, Some(slot)) => absence(slot),
                        (None, None) => Verdict::Same,
                    };
                    let path = id.key(key).path(after);
                    found.push(note(path, Some(key), verdict, a.get(key), b.get(key)));
                }
            }
            _ => {
                let verdict = version_verdict(property, before, old, new)
                    .unwrap_or_else(|| programs.compare(step.kind, property, old, new));
                found.push(note(property.name.to_string(), None, verdict, Some(old), Some(new)));
            }
        }
        for (verdict, change) in found {
            match verdict {
                Verdict::Same => {}
                Verdict::Unsure => step.deferred.push((change.path, DeferredEffect::Property(change.effect))),
                Verdict::Differs => step.changes.push(change),
            }
        }
    }
}

/// Whether a version that the program names for the first time is another one than the service has: it has some version
/// of the line that the cluster was created with.
fn version_verdict(property: &Property, before: &Resource, old: &Slot, new: &Slot) -> Option<Verdict> {
    if property.change != OnChange::Upgrade || !old.state.is_missing() {
        return None;
    }
    let State::Text(new) = &new.state else { return None };
    let created_with = line_before(before)?;
    let is_other = Release::parse(new)?.line != created_with.line;
    Some(if is_other { Verdict::Differs } else { Verdict::Unsure })
}

/// The release line that a cluster was created with.
fn line_before(before: &Resource) -> Option<Release> {
    let mut lines = before.properties().filter(|(_, property, _)| property.change == OnChange::NoEffect);
    lines.find_map(|(_, _, slot)| Release::of(&slot.state))
}

/// The release line that a program writes for a cluster.
fn line_of(after: &Resource) -> Option<&str> {
    let mut lines = after.properties().filter(|(_, property, _)| property.change == OnChange::NoEffect);
    lines.find_map(|(_, _, slot)| text_of(slot))
}

fn text_of(slot: &Slot) -> Option<&str> {
    match &slot.state {
        State::Text(text) => Some(text),
        _ => None,
    }
}

/// What a change of a value does to a resource that stays.
pub(super) fn effect(
    on_change: OnChange,
    key: Option<&str>,
    (old, new): (&Slot, &Slot),
    (before, after): (&Resource, &Resource),
) -> Effect {
    match on_change {
        OnChange::InPlaceBut(keys) if key.is_some_and(|key| keys.contains(&key)) => Effect::NoEffect,
        OnChange::InPlaceUnlessEmpty if matches!(&new.state, State::List(items) if items.is_empty()) => {
            Effect::NoEffect
        }
        OnChange::Grow => match (&old.state, &new.state) {
            (State::Number(old), State::Number(new)) if new < old => Effect::Refused,
            _ => Effect::Disk,
        },
        // The provider compares the two as texts.
        OnChange::Upgrade if line_of(after).zip(text_of(new)).is_some_and(|(line, full)| !full.starts_with(line)) => {
            Effect::Refused
        }
        OnChange::Upgrade => {
            let from = Release::of(&old.state).or_else(|| line_before(before));
            let compared = from.zip(Release::of(&new.state)).and_then(|(from, to)| from.compare(to));
            if compared == Some(Ordering::Greater) { Effect::Downgrade } else { Effect::Upgrade }
        }
        OnChange::InPlace
        | OnChange::InPlaceBut(_)
        | OnChange::InPlaceUnlessEmpty
        | OnChange::Connection
        | OnChange::OtherOrganization => Effect::InPlace,
        OnChange::Resize => Effect::Resize,
        OnChange::Disk => Effect::Disk,
        OnChange::NoEffect | OnChange::Never => Effect::NoEffect,
        OnChange::Fails => Effect::Refused,
    }
}

/// What the change of a value means where the resource is replaced for another reason.
pub(super) const fn along(effect: Effect) -> Effect {
    match effect {
        // A cluster is created with its line; the full version counts for upgrades only.
        Effect::Upgrade | Effect::Downgrade => Effect::NoEffect,
        _ => Effect::Along,
    }
}

/// The main thing that certain changes do to a resource that stays.
pub(super) fn strongest(step: &Step<'_>) -> Action {
    let rank = |effect: Effect| match effect {
        Effect::Along => Action::None,
        // The engine plans an update also where the service then does nothing.
        Effect::InPlace | Effect::NoEffect => Action::Update,
        Effect::Disk => Action::Disk,
        Effect::Resize => Action::Resize,
        Effect::Upgrade | Effect::Downgrade => Action::Upgrade,
        Effect::Replace => Action::Replace,
        Effect::Refused => Action::Refused,
    };
    let order = [Action::Replace, Action::Refused, Action::Upgrade, Action::Resize, Action::Disk, Action::Update];
    let does = |action: &Action| step.changes.iter().any(|change| rank(change.effect) == *action);
    let certain = order.into_iter().find(does);
    certain.unwrap_or(if step.deferred.is_empty() { Action::None } else { Action::Undecided })
}

/// Whether two resources of a kind have the same values, as far as that is known. What has the same name in the service
/// may have others that are unknown.
pub(super) fn are_alike(before: &Resource, after: &Resource, programs: Programs<'_>) -> bool {
    let Some(kind) = before.kind else { return false };
    let is_named = |slot: &Slot| matches!(slot.state, State::Text(_));
    let mut has_name = false;
    let mut is_known = true;
    for ((_, property, old), (_, _, new)) in before.properties().zip(after.properties()) {
        match programs.compare(kind, property, old, new) {
            Verdict::Same => has_name |= property.name == NAME && is_named(old) && is_named(new),
            Verdict::Unsure => is_known = false,
            Verdict::Differs => return false,
        }
    }
    has_name || is_known
}

/// Whether data is lost with a resource of this kind.
pub(super) const fn holds_data(kind: &Kind) -> bool {
    matches!(kind.id, KindId::ManagedCluster)
}
