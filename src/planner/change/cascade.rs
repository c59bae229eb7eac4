//! What happens to every resource of two programs, and what happens to others because of it.

use super::compare::Programs;
use super::engine::{self, Said};
use super::parents::{Fate, Fates, Parent, link, parents};
use super::properties::{along, are_alike, compare, holds_data, strongest};
use crate::collect;
use crate::model::change::{Action, Change, DeferredEffect, Effect, PROTECTED, ReplaceOrder, Step};
use crate::model::kinds::KINDS;
use crate::model::resource::{Resource, State};
use crate::model::target::{Engine, Target};

/// The steps of all resources: those of the new program in its order, then those that are deleted, the last first, then
/// what earlier replacements have left behind. Where an engine has spoken, its steps are the steps.
pub(super) fn steps<'a>(programs: Programs<'a>, said: Option<&'a Said>) -> Vec<Step<'a>> {
    let mut steps = pairs(programs);
    if let Some(said) = said {
        said.attach(&mut steps);
    }
    let mut fates = Fates::new();
    // References go from later kinds to earlier ones only, so each is decided before what refers to it.
    for kind in KINDS {
        for index in 0..steps.len() {
            let parents = match steps.get(index) {
                Some(step) if std::ptr::eq(step.kind, kind) => match step.is_beside {
                    true => Vec::new(),
                    false => parents(step, &fates, &steps),
                },
                _ => continue,
            };
            let Some(step) = steps.get_mut(index) else { continue };
            decide(step, parents, programs);
            step.loses_data = step.is_leaving && step.action != Action::Refused && holds_data(step.kind);
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
    // What is only read is not changed.
    let is_managed = |resource: &&Resource| !resource.is_read();
    for after in programs.after.resources.iter().filter(is_managed) {
        let Some(kind) = after.kind else { continue };
        steps.push(Step::of(kind, programs.before.find(kind.name, &after.name).filter(is_managed), after));
    }
    for before in programs.before.resources.iter().filter(is_managed).rev() {
        let Some(kind) = before.kind else { continue };
        if programs.after.find(kind.name, &before.name).filter(is_managed).is_none() {
            steps.push(Step::without(kind, before));
        }
    }
    steps
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
}

/// A partial program says nothing about what is not in it.
fn undecided(step: &mut Step<'_>, action: Action) {
    step.action = Action::Undecided;
    step.deferred.push((String::new(), DeferredEffect::Resource(action)));
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
        for change in step.changes.iter_mut().filter(|change| change.effect != Effect::Replace) {
            change.effect = along(change.effect);
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
    match step.protection() {
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
    match step.action {
        // What depends on a cluster goes before the cluster is asked, also where that is refused then.
        _ if step.is_leaving => Some(Fate::Leaves(index)),
        _ => step.may_leave().then_some(Fate::Undecided(index)),
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
