//! What `pulumi preview --json` prints.

use crate::model::kinds::WrittenKind;
use crate::model::provider;
use crate::model::raw::{Object, Raw};
use crate::model::request::{InputError, expected};

/// Checks that a value is what the command prints, as far as its resources are of the provider packages: whoever translates
/// it need not look for what else it could be.
///
/// # Errors
/// The first thing that is another.
pub fn check_printed(preview: &Raw) -> Result<(), InputError> {
    let preview = object(preview).map_err(|error| error.inside("preview"))?;
    let steps = match preview.get("steps") {
        Some(Raw::List(steps)) => steps,
        // One in which nothing happens has no steps, nor has one that has failed before the first.
        None if preview.contains_key("changeSummary") || preview.contains_key("diagnostics") => return Ok(()),
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
    let mut has_state = false;
    for side in ["oldState", "newState"] {
        if let Some(state) = step.get(side).filter(|state| **state != Raw::Null) {
            has_state |= !object(state).map_err(|error| error.inside(side))?.is_empty();
        }
    }
    // Without it, what happens would not be known, and a deleted database would go unnoticed.
    let operation = match step.get("op") {
        Some(operation) => operation.as_text().ok_or_else(|| expected("a string", operation)),
        None => Err(InputError::missing()),
    };
    let operation = operation.map_err(|error| error.inside("op"))?;
    // The engine states what it deletes: without, a database would be lost in silence.
    if !has_state && (operation.contains("delete") || operation.contains("replace")) {
        return Err(InputError::missing().inside("oldState"));
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
