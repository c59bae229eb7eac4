//! A change that an engine has planned: its steps are the steps. Values only tell what a step means.

use std::collections::BTreeMap;

use serde::Deserialize;
use validator::Validate;

use super::compare::Programs;
use super::parents::{Parent, link};
use super::properties::{along, compare, effect, strongest};
use crate::collect;
use crate::diagnostic::{Location, ResourceName};
use crate::model::change::engine::EngineStep;
use crate::model::change::{Action, Change, DeferredEffect, Effect, Step};
use crate::model::kind::PropertyId;
use crate::model::program::Program;
use crate::model::raw::Raw;
use crate::model::request::{self, InputError};
use crate::model::resource::State;

/// What an engine says of a change.
#[derive(Debug, Deserialize, Validate)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
pub struct EngineReport {
    /// What it does to each resource.
    steps: Vec<EngineStep>,
    /// What it does to what is not of the program: a step for each resource of that document. It is what replacements have
    /// left behind, and what is only read.
    others: Option<Vec<EngineStep>>,
    /// Whether it has failed or is not complete, so that resources may be missing.
    failed: Option<bool>,
    /// How many resources stay as they are without being listed.
    unlisted: Option<u32>,
}

/// What an engine says of a change, and the resources in it that are not of the program.
pub(super) struct Said {
    report: EngineReport,
    by_name: BTreeMap<ResourceName, usize>,
    others: Program,
}

impl Said {
    /// Reads the report, and a document with what is not of the program.
    pub(super) fn read(report: &Raw, others: &Raw) -> Result<Self, InputError> {
        let report: EngineReport = request::read(report, "engine")?;
        let by_name = collect::map(report.steps.iter().enumerate().map(|(place, step)| (step.resource.clone(), place)));
        let others = if *others == Raw::Null { Program::default() } else { Program::of_document(others) };
        Ok(Self { report, by_name, others })
    }

    /// Whether the engine has failed, or says something that is not understood: its plan is then not known as a whole.
    pub(super) fn is_incomplete(&self, steps: &[Step<'_>]) -> bool {
        let attached = collect::set(steps.iter().filter_map(|step| Some(step.engine?.id.as_str())));
        let is_unknown = |step: &EngineStep| step.action().is_none();
        // A step without any state is in no document.
        let is_lost = |step: &EngineStep| step.action() != Some(Action::None) && !attached.contains(step.id.as_str());
        self.report.failed == Some(true)
            || self.report.steps.iter().any(|step| is_unknown(step) || is_lost(step))
            || self.report.others.iter().flatten().any(is_unknown)
    }

    /// How many resources stay as they are without being listed.
    pub(super) fn unlisted(&self) -> u32 {
        self.report.unlisted.unwrap_or(0)
    }

    /// Where the program writes a resource.
    pub(super) fn location(&self, resource: &ResourceName) -> Option<Location> {
        let place = self.step(resource)?.location.as_ref()?;
        Some(Location { file: place.file.clone(), start: place.start, end: None, via: Vec::new() })
    }

    fn step(&self, resource: &ResourceName) -> Option<&EngineStep> {
        self.report.steps.get(*self.by_name.get(resource)?)
    }

    /// Gives each step what the engine says of it, and adds those of what is not of the program.
    pub(super) fn attach<'a>(&'a self, steps: &mut Vec<Step<'a>>) {
        for step in steps.iter_mut() {
            step.engine = self.step(&step.name());
        }
        let said = self.report.others.iter().flatten();
        for (resource, engine) in self.others.resources.iter().zip(said) {
            let Some(kind) = resource.kind else { continue };
            let mut step = Step::without(kind, resource);
            step.engine = Some(engine);
            step.is_beside = true;
            steps.push(step);
        }
    }
}

/// Takes over what the engine says of a resource.
pub(super) fn follow<'a>(step: &mut Step<'a>, engine: &EngineStep, parents: &[Parent], programs: Programs<'a>) {
    let Some(action) = engine.action() else {
        step.action = Action::Undecided;
        return;
    };
    if matches!(action, Action::Replace | Action::Update | Action::Import) {
        compare(step, programs);
        agree(step, engine, action);
    }
    step.links = parents.iter().filter_map(link).collect();
    step.is_leaving = matches!(action, Action::Replace | Action::Delete) && !engine.keeps_old();
    step.is_protected = step.is_leaving && step.protection() == Some(&State::Boolean(true));
    step.order = (action == Action::Replace).then(|| engine.order());
    step.action = match action {
        _ if engine.is_refused() || step.is_protected => Action::Refused,
        // What the provider or the service will refuse, and what an update is.
        Action::Update => match strongest(step) {
            Action::None | Action::Undecided => Action::Update,
            more => more,
        },
        action => action,
    };
}

/// Makes the changes those that the engine sees, with the effects that they have for it.
fn agree(step: &mut Step<'_>, engine: &EngineStep, action: Action) {
    let forcing = engine.replacing(step.kind);
    // Of some steps, such as one that repeats a failed one, it lists nothing.
    let listed = engine.differing(step.kind).filter(|listed| !listed.is_empty());
    if let Some(listed) = &listed {
        step.changes.retain(|change| listed.contains(&change.id) || forcing.contains(&change.id));
    }
    for id in listed.into_iter().flatten().chain(forcing.iter().copied()) {
        if step.change(id).is_none() {
            step.changes.extend(unseen(step, id));
        }
    }
    for change in &mut step.changes {
        change.effect = match (action, change.effect) {
            (Action::Replace, _) if forcing.contains(&change.id) => Effect::Replace,
            (Action::Replace, effect) => along(effect),
            (_, Effect::Replace) => Effect::InPlace,
            (_, effect) => effect,
        };
    }
    step.changes = collect::sorted_by(std::mem::take(&mut step.changes), |a, b| a.id.cmp(&b.id));
    // What is unknown to us, the engine has decided.
    step.deferred
        .retain(|(path, _)| action != Action::Replace && !step.changes.iter().any(|change| change.path == *path));
    for (_, effect) in &mut step.deferred {
        if *effect == DeferredEffect::Property(Effect::Replace) {
            *effect = DeferredEffect::Property(Effect::InPlace);
        }
    }
}

/// A change that the engine sees and that the values do not show: of a secret, of what is unknown, or of what the service
/// has answered.
fn unseen<'a>(step: &Step<'a>, id: PropertyId) -> Option<Change<'a>> {
    let property = step.kind.properties.get(id.0)?;
    let (before, after) = (step.before?, step.after?);
    let effect = effect(property.change, None, (before.slot(id)?, after.slot(id)?), (before, after));
    Some(Change { id, property, path: property.name.to_string(), effect, before: None, after: None })
}
