//! A change that an engine has planned: the programs before and after it, and what the engine says of each resource.

use serde::Deserialize;
use serde::de::IgnoredAny;
use validator::Validate;

use super::plan::ChangePlan;
use crate::collect;
use crate::diagnostic::{Location, Position, ResourceName};
use crate::model::raw::Raw;
use crate::model::request::{self, InputError};

/// A planned change as it is given, each program a document or `null`.
#[derive(Deserialize, Validate)]
struct PlannedChange {
    steps: Vec<EngineStep>,
    #[serde(rename = "before")]
    _before: IgnoredAny,
    #[serde(rename = "after")]
    _after: IgnoredAny,
}

/// What is used so far of what the engine says of a resource.
#[derive(Deserialize)]
#[serde(
    rename = "Step: operations, replaceReasons, pendingReplacement, delete, protect, retainOnDelete, taint, external, actionReason, replacePaths, deposed, importId, movedFrom"
)]
struct EngineStep {
    resource: ResourceName,
    /// Where the program writes it.
    location: Option<Place>,
}

#[derive(Deserialize)]
#[serde(rename = "Place: end, via")]
struct Place {
    file: String,
    start: Position,
}

/// A planned change.
pub(super) struct Preview<'a> {
    /// What exists.
    pub before: &'a Raw,
    /// What should exist.
    pub after: &'a Raw,
    /// What the engine says of each resource.
    steps: Vec<EngineStep>,
}

impl<'a> Preview<'a> {
    /// Reads `{ before, after, steps }`.
    ///
    /// # Errors
    /// What is not of this form, with its path.
    pub fn read(preview: &'a Raw) -> Result<Self, InputError> {
        let PlannedChange { steps, .. } = request::read(preview, "preview")?;
        let program = |key| preview.get(key).unwrap_or(&Raw::Null);
        Ok(Self { before: program("before"), after: program("after"), steps })
    }

    /// Writes into a plan where the program writes the resources that it speaks of.
    pub fn locate(self, plan: &mut ChangePlan) {
        let located = self.steps.into_iter().filter_map(|step| {
            let Place { file, start } = step.location?;
            Some((step.resource, Location { file, start, end: None, via: Vec::new() }))
        });
        let locations = collect::map(located);
        for diagnostic in &mut plan.diagnostics {
            diagnostic.location = diagnostic.resource.as_ref().and_then(|resource| locations.get(resource)).cloned();
        }
    }
}
