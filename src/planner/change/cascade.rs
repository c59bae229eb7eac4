//! What happens to every resource of two programs, and what happens to others because of it.

use std::collections::BTreeMap;

use super::compare::Programs;
use super::engine::{self, Said};
use super::properties::{are_alike, compare, holds_data, strongest};
use crate::collect;
use crate::model::change::{Action, Change, DeferredEffect, Effect, Link, PROTECTED, ReplaceOrder, Step};
use crate::model::kind::{Property, PropertyId};
use crate::model::kinds::KINDS;
use crate::model::resource::{Resource, Slot, State};
use crate::model::target::{Engine, Target};

/// What matters about a resource to those that refer to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// It is replaced or deleted, so that whatever refers to it changes. Has the index of its step.
    Leaves(usize),
    /// It may be.
    Undecided(usize),
}

/// The steps of all resources: those of the new program in its order, then those that are deleted, the last first, then
/// what earlier replacements have left behind. Where an engine has spoken, its steps are the steps.
pub(super) fn steps<'a>(programs: Programs<'a>, said: Option<&'a Said>) -> Vec<Step<'a>> {
    let mut steps = pairs(programs);
    if let Some(said) = said {
        said.attach(&mut steps);
    }
    let mut fates: BTreeMap<(&'static str, String), Fate> = BTreeMap::new();
    // References go from later kinds to earlier ones only, so each is decided before what refers to it.
    for kind in KINDS {
        for index in 0..steps.len() {
            let parents = match steps.get(index) {
                Some(step) if std::ptr::eq(step.kind, kind) => {
                    if step.is_beside {
                        Vec::new()
                    } else {
                        parents(step, &fates, &steps)
                    }
                }
                _ => continue,
            };
            let Some(step) = steps.get_mut(index) else { continue };
            decide(step, parents, programs);
            // What was left behind is not what others refer to.
            if let Some(fate) = fate(step, index).filter(|_| !step.is_beside) {
                fates.insert((kind.name, step.name().name), fate);
            }
        }
    }
    settle(&mut steps);
    find_renamed(&mut steps, programs);
    steps
}

fn pairs<'a>(programs: Programs<'a>) -> Vec<Step<'a>> {
    let mut steps = Vec::new();
    for after in &programs.after.resources {
        let Some(kind) = after.kind else { continue };
        steps.push(Step::of(kind, programs.before.find(kind.name, &after.name), after));
    }
    for before in programs.before.resources.iter().rev() {
        let Some(kind) = before.kind else { continue };
        if programs.after.find(kind.name, &before.name).is_none() {
            steps.push(Step::without(kind, before));
        }
    }
    steps
}

/// A reference to a resource that is replaced or deleted, or may be.
pub(super) struct Parent {
    pub id: PropertyId,
    pub property: &'static Property,
    fate: Fate,
    /// Whether the old one is deleted before the new one is created.
    is_deleted_first: bool,
    is_secret: bool,
}

/// The references that a resource has before and after, to resources that are replaced or deleted, or may be.
fn parents(step: &Step<'_>, fates: &BTreeMap<(&'static str, String), Fate>, steps: &[Step<'_>]) -> Vec<Parent> {
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

/// Decides what happens to a resource.
fn decide<'a>(step: &mut Step<'a>, parents: Vec<Parent>, programs: Programs<'a>) {
    if let Some(engine) = step.engine {
        return engine::follow(step, engine, &parents, programs);
    }
    match (step.before, step.after) {
        (Some(_), Some(_)) => change(step, parents, programs),
        (None, _) if programs.before.is_whole => step.action = Action::Create,
        (None, _) => undecided(step, Action::Create),
        (Some(_), None) if programs.after.is_whole => {
            step.action = Action::Delete;
            step.links = parents.iter().filter_map(link).collect();
            protect(step);
        }
        (Some(_), None) => undecided(step, Action::Delete),
    }
    step.is_leaving = step.is_protected || matches!(step.action, Action::Replace | Action::Delete);
    step.loses_data = matches!(step.action, Action::Replace | Action::Delete) && holds_data(step.kind);
}

/// A partial program says nothing about what is not in it.
fn undecided(step: &mut Step<'_>, action: Action) {
    step.action = Action::Undecided;
    step.deferred.push((String::new(), DeferredEffect::Resource(action)));
}

pub(super) fn link(parent: &Parent) -> Option<Link> {
    let Fate::Leaves(index) = parent.fate else { return None };
    Some(Link { property: parent.property.name, parent: index, is_secret: parent.is_secret })
}

fn change<'a>(step: &mut Step<'a>, parents: Vec<Parent>, programs: Programs<'a>) {
    compare(step, programs);
    for parent in &parents {
        let replaces = programs.target.behaviour(step.kind, parent.property).replaces;
        let effect = if replaces == Some(false) { Effect::InPlace } else { Effect::Replace };
        let path = parent.property.name.to_string();
        let is_known = step.change(parent.id).is_some();
        match link(parent) {
            Some(link) => {
                step.links.push(link);
                if !is_known {
                    let (id, property) = (parent.id, parent.property);
                    step.changes.push(Change { id, property, path, effect, before: None, after: None });
                }
            }
            None if !is_known => {
                let deferred = (path, DeferredEffect::Property(effect));
                if !step.deferred.contains(&deferred) {
                    step.deferred.push(deferred);
                }
            }
            None => {}
        }
    }
    step.changes = collect::sorted_by(std::mem::take(&mut step.changes), |a, b| a.id.cmp(&b.id));
    if step.is_replacing() {
        for change in &mut step.changes {
            change.effect = match change.effect {
                Effect::Replace => Effect::Replace,
                // A cluster is created with its line; the full version counts for upgrades only.
                Effect::Upgrade | Effect::Downgrade => Effect::NoEffect,
                _ => Effect::Along,
            };
        }
        let follows = parents.iter().any(|parent| parent.is_deleted_first && matches!(parent.fate, Fate::Leaves(_)));
        step.order = Some(order(step, programs.target, follows));
    }
    step.action = strongest(step);
    if step.action == Action::Replace {
        protect(step);
    }
}

/// What comes first when a resource is replaced. Pulumi deletes first where the program sets the name, because two
/// resources cannot have one name; Terraform always does.
fn order(step: &Step<'_>, target: &Target, follows: bool) -> ReplaceOrder {
    if follows || target.engine == Engine::Terraform || step.is_named() {
        ReplaceOrder::DeleteFirst
    } else {
        ReplaceOrder::CreateFirst
    }
}

/// What is protected now cannot be deleted; unprotecting it in the same deployment does not help.
fn protect(step: &mut Step<'_>) {
    let Some((id, _)) = step.kind.property(PROTECTED) else { return };
    match step.before.and_then(|before| before.slot(id)).map(|slot| &slot.state) {
        Some(State::Boolean(true)) => {
            step.is_protected = true;
            step.action = Action::Refused;
        }
        Some(State::Unknown | State::Wrong(_)) => {
            step.deferred.push((PROTECTED.to_string(), DeferredEffect::Property(Effect::Refused)));
        }
        _ => {}
    }
}

fn fate(step: &Step<'_>, index: usize) -> Option<Fate> {
    let may_go = |effect: &DeferredEffect| {
        matches!(effect, DeferredEffect::Property(Effect::Replace) | DeferredEffect::Resource(Action::Delete))
    };
    match step.action {
        // What depends on a cluster goes before the cluster is asked, also where that is refused then.
        _ if step.is_leaving => Some(Fate::Leaves(index)),
        _ => step.deferred.iter().any(|(_, effect)| may_go(effect)).then_some(Fate::Undecided(index)),
    }
}

/// Tells each resource what happens to those in it: that data is lost, and what is protected.
fn settle(steps: &mut [Step<'_>]) {
    // By kind, a resource comes after what it is in: the last kinds come first here.
    for kind in KINDS.iter().rev() {
        for index in 0..steps.len() {
            let Some(step) = steps.get(index).filter(|step| std::ptr::eq(step.kind, *kind)) else { continue };
            let (loses, is_protected) = (step.loses_data, step.is_protected);
            let leaves = step.is_leaving;
            let held = if is_protected { collect::set([index]) } else { step.held_by.clone() };
            let parents: Vec<(usize, bool)> = step.links.iter().map(|link| (link.parent, link.is_secret)).collect();
            for (parent, is_secret) in parents {
                let Some(parent) = steps.get_mut(parent) else { continue };
                parent.loses_data |= loses;
                if is_secret {
                    continue;
                }
                parent.held_by.extend(&held);
                if leaves {
                    parent.children.push(index);
                }
            }
        }
    }
}

/// Maximum number of new resources that a deleted one is compared with: a program of thousands stays fast.
const MAX_COMPARED: usize = 100;

/// Finds the new resources that have the values of deleted ones: those may only have another name in the program.
fn find_renamed(steps: &mut [Step<'_>], programs: Programs<'_>) {
    for kind in KINDS {
        let created: Vec<(usize, &Resource)> = steps
            .iter()
            .enumerate()
            .filter(|(_, step)| step.action == Action::Create && std::ptr::eq(step.kind, kind))
            .filter_map(|(index, step)| Some((index, step.after?)))
            .take(MAX_COMPARED)
            .collect();
        let deleted = steps.iter_mut().filter(|step| step.after.is_none() && std::ptr::eq(step.kind, kind));
        for step in deleted {
            let Some(before) = step.before else { continue };
            let mut alike = created.iter().filter(|(_, after)| are_alike(before, after, programs));
            step.renamed_to = alike.next().map(|(index, _)| *index).filter(|_| alike.next().is_none());
        }
    }
}
