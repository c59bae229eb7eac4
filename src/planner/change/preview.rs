//! Reading a change that an engine has planned: the programs before and after it, and what the engine says of each
//! resource.

use std::collections::BTreeMap;

use super::plan::ChangePlan;
use crate::diagnostic::{Location, Position, ResourceName};
use crate::model::raw::{Object, Raw};
use crate::model::reader::{InputError, integer, known_keys, list, object, required, text};

/// A planned change.
pub(super) struct Preview<'a> {
    /// What exists.
    pub before: &'a Raw,
    /// What should exist.
    pub after: &'a Raw,
    /// What the engine says of each resource.
    steps: Vec<EngineStep>,
}

/// What is used so far of what the engine says of a resource.
struct EngineStep {
    resource: ResourceName,
    /// Where the program writes it.
    location: Option<Location>,
}

impl<'a> Preview<'a> {
    /// Reads `{ before, after, steps }`, each program a document or `null`.
    ///
    /// # Errors
    /// What is not of this form, with its path.
    pub fn read(preview: &'a Raw) -> Result<Self, InputError> {
        let preview = object(Some(preview), "preview")?;
        known_keys("preview", preview, &["before", "after", "steps"])?;
        let program = |key: &str| required(preview.get(key), format!("preview.{key}"));
        let steps = list(Some(required(preview.get("steps"), "preview.steps")?), "preview.steps")?.iter().enumerate();
        let steps = steps.map(|(i, step)| EngineStep::read(step, &format!("preview.steps[{i}]")));
        Ok(Self { before: program("before")?, after: program("after")?, steps: steps.collect::<Result<_, _>>()? })
    }

    /// Writes into a plan where the program writes the resources that it speaks of.
    pub fn locate(self, plan: &mut ChangePlan) {
        let located = self.steps.into_iter().filter_map(|step| Some((step.resource, step.location?)));
        let locations: BTreeMap<ResourceName, Location> = located.collect();
        for diagnostic in &mut plan.diagnostics {
            diagnostic.location = diagnostic.resource.as_ref().and_then(|resource| locations.get(resource)).cloned();
        }
    }
}

impl EngineStep {
    fn read(step: &Raw, path: &str) -> Result<Self, InputError> {
        let step = object(Some(step), path)?;
        let place = format!("{path}.resource");
        let resource = object(Some(required(step.get("resource"), &*place)?), &place)?;
        let resource = ResourceName { kind: word(resource, "kind", &place)?, name: word(resource, "name", &place)? };
        let location =
            step.get("location").map(|location| located(location, &format!("{path}.location"))).transpose()?;
        Ok(Self { resource, location })
    }
}

fn located(location: &Raw, path: &str) -> Result<Location, InputError> {
    let location = object(Some(location), path)?;
    let place = format!("{path}.start");
    let start = object(Some(required(location.get("start"), &*place)?), &place)?;
    let number = |key: &str| {
        let place = format!("{place}.{key}");
        required(integer(start.get(key), &place, 0, u32::MAX)?, place)
    };
    let start = Position { line: number("line")?, column: number("column")?, offset: None };
    Ok(Location { file: word(location, "file", path)?, start, end: None, via: Vec::new() })
}

fn word(object: &Object, key: &str, path: &str) -> Result<String, InputError> {
    let path = format!("{path}.{key}");
    required(text(object.get(key), &path)?, path).map(str::to_string)
}
