//! What happens to every resource of two programs, and what one resource takes along with it.

use std::collections::BTreeMap;

use super::compare::{Programs, is_secret};
use super::draft::{Changed, Draft, Link, are_alike, compare, holds_data, strongest};
use super::plan::{Action, DeferredEffect, Effect, ReplaceOrder};
use crate::catalogue::Catalogue;
use crate::collect;
use crate::model::kind::{Change, Kind, Property, PropertyId};
use crate::model::kinds::KINDS;
use crate::model::resource::{Resource, Slot, State};
use crate::model::target::{Engine, Target};

/// The name of the property that keeps a resource from being deleted.
pub(super) const PROTECTED: &str = "protected";
/// The name of the property that is the name that the service shows.
const NAME: &str = "name";

/// What other resources have to know of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// It gets another id, or none: whatever refers to it changes.
    Gone(usize),
    /// It may get another id.
    Undecided(usize),
}

/// The drafts of all resources: those that stay or are new in the order of the new program, then those that are deleted,
/// the last first.
pub(super) fn drafts<'a>(programs: Programs<'a>, target: &Target, catalogue: &Catalogue) -> Vec<Draft<'a>> {
    let mut drafts = pairs(programs);
    let mut fates: BTreeMap<(&'static str, String), Fate> = BTreeMap::new();
    // References go from later kinds to earlier ones only, so each is decided before what refers to it.
    for kind in KINDS {
        for index in 0..drafts.len() {
            let parents = match drafts.get(index) {
                Some(draft) if std::ptr::eq(draft.kind, kind) => parents(draft, &fates, &drafts),
                _ => continue,
            };
            let Some(draft) = drafts.get_mut(index) else { continue };
            decide(draft, parents, programs, target, catalogue);
            if let Some(fate) = fate(draft, index) {
                fates.insert((kind.name, draft.name().name), fate);
            }
        }
    }
    settle(&mut drafts);
    find_renamed(&mut drafts, programs);
    drafts
}

fn pairs<'a>(programs: Programs<'a>) -> Vec<Draft<'a>> {
    let mut drafts = Vec::new();
    for after in &programs.after.resources {
        let Some(kind) = after.kind else { continue };
        drafts.push(Draft::new(kind, programs.before.find(kind.name, &after.name), Some(after)));
    }
    for before in programs.before.resources.iter().rev() {
        let Some(kind) = before.kind else { continue };
        if programs.after.find(kind.name, &before.name).is_none() {
            drafts.push(Draft::new(kind, Some(before), None));
        }
    }
    drafts
}

/// A reference to a resource that does not stay what it is.
struct Parent {
    id: PropertyId,
    property: &'static Property,
    fate: Fate,
    /// Whether the old one is deleted before the new one is made.
    is_deleted_first: bool,
    is_secret: bool,
}

/// The references that a resource has before and after, to resources that do not stay what they are.
fn parents(draft: &Draft<'_>, fates: &BTreeMap<(&'static str, String), Fate>, drafts: &[Draft<'_>]) -> Vec<Parent> {
    let Some(before) = draft.before else { return Vec::new() };
    let mut parents = Vec::new();
    for (id, property, old) in before.properties() {
        let Some(kind) = property.refers_to else { continue };
        let new = draft.after.map(|after| after.slot(id));
        for name in references(old) {
            // What refers to something else by now is compared already.
            if new.is_some_and(|new| new.is_none_or(|new| !references(new).any(|other| other == name))) {
                continue;
            }
            let Some(kind) = KINDS.iter().find(|known| known.name == kind) else { continue };
            let Some(fate) = fates.get(&(kind.name, name.to_string())) else { continue };
            let (Fate::Gone(index) | Fate::Undecided(index)) = *fate;
            let order = drafts.get(index).and_then(|parent| parent.order);
            let is_deleted_first = order == Some(ReplaceOrder::DeleteFirst);
            let is_secret = is_secret(old) || new.flatten().is_some_and(is_secret);
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

/// Decides what happens to a resource.
fn decide<'a>(
    draft: &mut Draft<'a>,
    parents: Vec<Parent>,
    programs: Programs<'a>,
    target: &Target,
    catalogue: &Catalogue,
) {
    match (draft.before, draft.after) {
        (Some(_), Some(_)) => change(draft, parents, programs, target, catalogue),
        (None, _) if programs.before.is_whole => draft.action = Action::Create,
        (None, _) => undecided(draft, Action::Create),
        (Some(_), None) if programs.after.is_whole => {
            draft.action = Action::Delete;
            draft.links = parents.iter().filter_map(link).collect();
            protect(draft);
        }
        (Some(_), None) => undecided(draft, Action::Delete),
    }
    draft.loses_data = matches!(draft.action, Action::Replace | Action::Delete) && holds_data(draft.kind);
}

/// A part of a program says nothing of what is not in it.
fn undecided(draft: &mut Draft<'_>, action: Action) {
    draft.action = Action::Undecided;
    draft.deferred.push((String::new(), DeferredEffect::Resource(action)));
}

fn link(parent: &Parent) -> Option<Link> {
    let Fate::Gone(index) = parent.fate else { return None };
    Some(Link { property: parent.property.name, parent: index, is_secret: parent.is_secret })
}

fn change<'a>(
    draft: &mut Draft<'a>,
    parents: Vec<Parent>,
    programs: Programs<'a>,
    target: &Target,
    catalogue: &Catalogue,
) {
    compare(draft, programs, target, catalogue);
    for parent in &parents {
        let effect = if parent.property.change == Change::Replace { Effect::Replace } else { Effect::InPlace };
        let path = parent.property.name.to_string();
        let is_known = draft.changed(parent.id).is_some();
        match link(parent) {
            Some(link) => {
                draft.links.push(link);
                if !is_known {
                    let (id, property) = (parent.id, parent.property);
                    draft.changes.push(Changed { id, property, path, effect, before: None, after: None });
                }
            }
            None if !is_known => {
                let deferred = (path, DeferredEffect::Property(effect));
                if !draft.deferred.contains(&deferred) {
                    draft.deferred.push(deferred);
                }
            }
            None => {}
        }
    }
    draft.changes = collect::sorted_by(std::mem::take(&mut draft.changes), |a, b| a.id.cmp(&b.id));
    if draft.is_replacing() {
        for changed in &mut draft.changes {
            changed.effect = match changed.effect {
                Effect::Replace => Effect::Replace,
                // What a cluster is made with is its line; the full version counts later only.
                Effect::Upgrade | Effect::Downgrade => Effect::NoEffect,
                _ => Effect::Along,
            };
        }
        let follows = parents.iter().any(|parent| parent.is_deleted_first && matches!(parent.fate, Fate::Gone(_)));
        draft.order = Some(order(draft.kind, draft.after, target, follows));
    }
    draft.action = strongest(draft);
    if draft.action == Action::Replace {
        protect(draft);
    }
}

/// What comes first when a resource is replaced. Pulumi deletes first where the name is the program's, because two
/// resources cannot have one name; Terraform always does.
fn order(kind: &Kind, after: Option<&Resource>, target: &Target, follows: bool) -> ReplaceOrder {
    if follows || target.engine == Engine::Terraform || is_named(kind, after) {
        ReplaceOrder::DeleteFirst
    } else {
        ReplaceOrder::CreateFirst
    }
}

/// Whether the program gives a resource the name that the service shows.
pub(super) fn is_named(kind: &Kind, resource: Option<&Resource>) -> bool {
    let slot = kind.property(NAME).and_then(|(id, _)| resource?.slot(id));
    slot.is_some_and(|slot| slot.state != State::Missing)
}

/// Refuses to delete what is protected now; switching that off counts from the next deployment on.
fn protect(draft: &mut Draft<'_>) {
    let Some((id, _)) = draft.kind.property(PROTECTED) else { return };
    match draft.before.and_then(|before| before.slot(id)).map(|slot| &slot.state) {
        Some(State::Boolean(true)) => {
            draft.is_protected = true;
            draft.action = Action::Refused;
            draft.order = None;
        }
        Some(State::Unknown | State::Wrong(_)) => {
            draft.deferred.push((PROTECTED.to_string(), DeferredEffect::Property(Effect::Refused)));
        }
        _ => {}
    }
}

fn fate(draft: &Draft<'_>, index: usize) -> Option<Fate> {
    let may_go = |effect: &DeferredEffect| {
        matches!(effect, DeferredEffect::Property(Effect::Replace) | DeferredEffect::Resource(Action::Delete))
    };
    match draft.action {
        Action::Replace | Action::Delete => Some(Fate::Gone(index)),
        _ if draft.is_protected => None,
        _ => draft.deferred.iter().any(|(_, effect)| may_go(effect)).then_some(Fate::Undecided(index)),
    }
}

/// Tells what holds something what becomes of it: lost data, and what is kept alive.
fn settle(drafts: &mut [Draft<'_>]) {
    // A resource comes after what it is in, by kind; so the last kinds tell first.
    for kind in KINDS.iter().rev() {
        for index in 0..drafts.len() {
            let Some(draft) = drafts.get(index).filter(|draft| std::ptr::eq(draft.kind, *kind)) else { continue };
            let (loses, is_protected) = (draft.loses_data, draft.is_protected);
            let goes = is_protected || matches!(draft.action, Action::Replace | Action::Delete);
            let held = if is_protected { collect::set([index]) } else { draft.held_by.clone() };
            let parents: Vec<(usize, bool)> = draft.links.iter().map(|link| (link.parent, link.is_secret)).collect();
            for (parent, is_secret) in parents {
                let Some(parent) = drafts.get_mut(parent) else { continue };
                parent.loses_data |= loses;
                if is_secret {
                    continue;
                }
                parent.held_by.extend(&held);
                if goes {
                    parent.children.push(index);
                }
            }
        }
    }
}

/// Most new resources that one deleted resource is compared with: a program of thousands stays fast.
const MOST_COMPARED: usize = 100;

/// Finds new resources that have the values of deleted ones: those may only have another name in the program.
fn find_renamed(drafts: &mut [Draft<'_>], programs: Programs<'_>) {
    for kind in KINDS {
        let made: Vec<(usize, &Resource)> = drafts
            .iter()
            .enumerate()
            .filter(|(_, draft)| draft.action == Action::Create && std::ptr::eq(draft.kind, kind))
            .filter_map(|(index, draft)| Some((index, draft.after?)))
            .take(MOST_COMPARED)
            .collect();
        let gone = drafts.iter_mut().filter(|draft| draft.after.is_none() && std::ptr::eq(draft.kind, kind));
        for draft in gone {
            let Some(before) = draft.before else { continue };
            let mut alike = made.iter().filter(|(_, after)| are_alike(before, after, programs));
            draft.made_again = alike.next().map(|(index, _)| *index).filter(|_| alike.next().is_none());
        }
    }
}
