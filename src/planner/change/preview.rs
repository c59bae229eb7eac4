//! A change that an engine has planned: what `pulumi preview --json` prints, and what the engine says of each resource.

use serde::Deserialize;
use serde::de::IgnoredAny;
use validator::Validate;

use super::plan::ChangePlan;
use crate::collect;
use crate::diagnostic::{Location, Position, ResourceName};
use crate::model::kinds::WrittenKind;
use crate::model::provider;
use crate::model::raw::{Object, Raw};
use crate::model::request::{self, InputError, expected};

/// Checks that a value is what the command prints, as far as its resources are of the provider packages: whoever translates
/// it need not look for what else it could be.
///
/// # Errors
/// The first thing that is another.
pub fn check_printed(preview: &Raw) -> Result<(), InputError> {
    let steps = match object(preview).map_err(|error| error.inside("preview"))?.get("steps") {
        Some(Raw::List(steps)) => steps,
        Some(other) => return Err(expected("an array", other).inside("preview.steps")),
        None => return Err(InputError::missing().inside("preview.steps")),
    };
    for (index, step) in steps.iter().enumerate() {
        check_step(step).map_err(|error| error.at(index).inside("preview.steps"))?;
    }
    Ok(())
}

fn check_step(step: &Raw) -> Result<(), InputError> {
    let step = object(step)?;
    let urn = step.get("urn").ok_or_else(InputError::missing).and_then(|urn| {
        let text = urn.as_text().ok_or_else(|| expected("a string", urn))?;
        parts(text).ok_or_else(|| InputError::new("", "is not a URN such as `urn:pulumi:STACK::PROJECT::TYPE::NAME`"))
    });
    let (token, name) = urn.map_err(|error| error.inside("urn"))?;
    let WrittenKind::Modelled(kind, _) = WrittenKind::read(token) else { return Ok(()) };
    // Pulumi calls the providers that it creates from the configuration `default` and `default_0_2_20`.
    let is_default = name.strip_prefix("default").is_some_and(|rest| rest.is_empty() || rest.starts_with('_'));
    if kind.name == provider::KIND.name && is_default {
        return Ok(());
    }
    for side in ["oldState", "newState"] {
        if let Some(state) = step.get(side).filter(|state| **state != Raw::Null) {
            object(state).map_err(|error| error.inside(side))?;
        }
    }
    Ok(())
}

fn object(value: &Raw) -> Result<&Object, InputError> {
    match value {
        Raw::Object(object) => Ok(object),
        other => Err(expected("an object", other)),
    }
}

/// Type token and name of a URN.
fn parts(urn: &str) -> Option<(&str, &str)> {
    let mut parts = urn.splitn(4, "::");
    let (_, _, types, name) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    Some((types.rsplit('$').next()?, name))
}

/// What the engine says of each resource.
#[derive(Deserialize, Validate)]
#[serde(transparent)]
struct Steps {
    steps: Vec<EngineStep>,
}

/// What an engine says of one resource, in its own words. Of what is not used yet, only the keys are known here.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct EngineStep {
    /// The resource, as the documents name it.
    resource: ResourceName,
    /// What is done, in the engine's order: `create-replacement`, `replace`, `delete-replaced`, or `delete`, `create`.
    #[cfg_attr(feature = "bindings", ts(type = "string[]"))]
    pub operations: IgnoredAny,
    /// Pulumi: the properties that force the replacement.
    #[cfg_attr(feature = "bindings", ts(optional, type = "string[]"))]
    pub replace_reasons: Option<IgnoredAny>,
    /// Pulumi: the old one waits for its replacement, having been deleted first.
    #[cfg_attr(feature = "bindings", ts(optional, type = "boolean"))]
    pub pending_replacement: Option<IgnoredAny>,
    /// Pulumi: the old one is to be deleted, after its replacement has been created.
    #[cfg_attr(feature = "bindings", ts(optional, type = "boolean"))]
    pub delete: Option<IgnoredAny>,
    /// Pulumi: it may not be deleted.
    #[cfg_attr(feature = "bindings", ts(optional, type = "boolean"))]
    pub protect: Option<IgnoredAny>,
    /// Pulumi: it lives on when it is deleted from the stack.
    #[cfg_attr(feature = "bindings", ts(optional, type = "boolean"))]
    pub retain_on_delete: Option<IgnoredAny>,
    /// Pulumi: it was marked to be replaced.
    #[cfg_attr(feature = "bindings", ts(optional, type = "boolean"))]
    pub taint: Option<IgnoredAny>,
    /// Pulumi: it is only read, and not managed.
    #[cfg_attr(feature = "bindings", ts(optional, type = "boolean"))]
    pub external: Option<IgnoredAny>,
    /// Terraform: why it is replaced or deleted.
    #[cfg_attr(feature = "bindings", ts(optional, type = "string"))]
    pub action_reason: Option<IgnoredAny>,
    /// Terraform: the attributes that force the replacement.
    #[cfg_attr(feature = "bindings", ts(optional, type = "unknown[]"))]
    pub replace_paths: Option<IgnoredAny>,
    /// Terraform: the key of an old object that was left behind by a replacement.
    #[cfg_attr(feature = "bindings", ts(optional, type = "string"))]
    pub deposed: Option<IgnoredAny>,
    /// The id that it is imported by.
    #[cfg_attr(feature = "bindings", ts(optional, type = "string"))]
    pub import_id: Option<IgnoredAny>,
    /// Its URN or address before.
    #[cfg_attr(feature = "bindings", ts(optional, type = "string"))]
    pub moved_from: Option<IgnoredAny>,
    /// Where the program writes it.
    #[cfg_attr(feature = "bindings", ts(optional, type = "Location"))]
    location: Option<Place>,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Place: end, via")]
struct Place {
    file: String,
    start: Position,
}

/// Writes into a plan where the program writes the resources that it speaks of.
///
/// # Errors
/// What is not of the form of the steps, with its path.
pub fn locate(steps: &Raw, plan: &mut ChangePlan) -> Result<(), InputError> {
    let Steps { steps } = request::read(steps, "steps")?;
    let located = steps.into_iter().filter_map(|step| {
        let Place { file, start } = step.location?;
        Some((step.resource, Location { file, start, end: None, via: Vec::new() }))
    });
    let locations = collect::map(located);
    for diagnostic in &mut plan.diagnostics {
        diagnostic.location = diagnostic.resource.as_ref().and_then(|resource| locations.get(resource)).cloned();
    }
    Ok(())
}
