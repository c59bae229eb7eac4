//! Reading what is compared: two documents, or two states of one resource.

use serde::Deserialize;
use serde::de::IgnoredAny;
use validator::Validate;

use crate::model::kinds::kind_names;
use crate::model::program::{DocumentProblem, Program};
use crate::model::raw::{Object, Raw};
use crate::model::request::{self, InputError, expected};
use crate::value::spelling::{all_of, did_you_mean, nearest, quoted};

/// One resource without a program.
#[derive(Debug, Deserialize, Validate)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
pub struct SingleResource {
    /// A kind such as `Network`, or a Pulumi type token.
    kind: String,
    /// Its name in the program. Default: its kind.
    name: Option<String>,
    /// Its inputs, as in a document.
    #[cfg_attr(feature = "bindings", ts(optional, type = "{ [property: string]: unknown }"))]
    args: Option<IgnoredAny>,
}

/// Reads both states. `null` is a program without resources.
///
/// # Errors
/// What is neither a document nor a resource, or cannot be read, with its path.
pub(super) fn read(before: &Raw, after: &Raw) -> Result<(Program, Program), InputError> {
    let (old, new) = (single(before, "before")?, single(after, "after")?);
    if let (Some(old), Some(new)) = (&old, &new) {
        if old.kind != new.kind {
            let message = format!("must be {}, the kind in `before`, not {}", quoted(&old.kind), quoted(&new.kind));
            return Err(InputError::new("after.kind", message));
        }
        if let (Some(old), Some(new)) = (&old.name, &new.name)
            && old != new
        {
            let message = format!("must be {}, the name in `before`, not {}", quoted(old), quoted(new));
            return Err(InputError::new("after.name", message));
        }
    }
    if old.is_some() != new.is_some() && ![before, after].contains(&&Raw::Null) {
        return Err(InputError::new(
            "after",
            "must have the form of `before`: two documents, or two states of one resource",
        ));
    }
    let name = [&new, &old].into_iter().find_map(|single| single.as_ref()?.name.as_deref());
    Ok((program(before, old.as_ref(), name, "before")?, program(after, new.as_ref(), name, "after")?))
}

fn single(value: &Raw, path: &str) -> Result<Option<SingleResource>, InputError> {
    match value {
        Raw::Object(object) if object.contains_key("resources") || !object.contains_key("kind") => Ok(None),
        Raw::Object(_) => request::read(value, path).map(Some),
        Raw::Null => Ok(None),
        other => Err(expected("a document or a resource", other).inside(path)),
    }
}

/// The program of a state, if it can be read as a whole: nothing can be promised about half of it.
fn program(
    value: &Raw,
    single: Option<&SingleResource>,
    name: Option<&str>,
    path: &str,
) -> Result<Program, InputError> {
    let document = match (single, value) {
        (Some(SingleResource { kind, args, .. }), given) => {
            let text = |text: &str| Raw::Text(text.to_string());
            let args = args.and_then(|_| given.get("args")).cloned().unwrap_or(Raw::Object(Object::EMPTY));
            let resource = object([("kind", text(kind)), ("name", text(name.unwrap_or(kind))), ("args", args)]);
            object([("resources", Raw::List(vec![resource]))])
        }
        (_, Raw::Null) => object([("resources", Raw::List(Vec::new()))]),
        (_, value) => value.clone(),
    };
    let is_document = matches!(value, Raw::Object(object) if object.contains_key("resources"));
    let inside = |place: &str| match (is_document, place.strip_prefix("resources[0]")) {
        (false, Some(rest)) => format!("{path}{rest}"),
        _ => format!("{path}.{place}"),
    };
    let program = Program::of_document(&document);
    if let Some(fault) = program.faults.first() {
        return Err(InputError::new(inside(&fault.path), described(&fault.problem)));
    }
    for resource in &program.resources {
        if !resource.is_readable() {
            let place = inside(&format!("resources[{}].args", resource.position));
            return Err(InputError::new(place, "must be an object"));
        }
    }
    Ok(program)
}

fn object<const N: usize>(entries: [(&'static str, Raw); N]) -> Raw {
    Raw::Object(entries.into())
}

fn described(problem: &DocumentProblem) -> String {
    match problem {
        DocumentProblem::Type { expected, found } => format!("must be {expected}, not {found}"),
        DocumentProblem::Missing(_) => "is required".to_string(),
        DocumentProblem::UnknownKey { known, .. } => format!("is not a known key; known keys are {}", all_of(known)),
        DocumentProblem::UnknownProperty { known, .. } => {
            format!("is not a known property; known properties are {}", all_of(known))
        }
        DocumentProblem::UnknownKind(kind) => {
            let meant = did_you_mean(nearest(kind, kind_names()).map(quoted));
            format!("unknown kind {}{meant}", quoted(kind))
        }
        DocumentProblem::UnknownState(word) => format!("unknown state {}", quoted(word)),
        DocumentProblem::UnknownTarget(target) => format!("unknown target {}", quoted(target)),
        DocumentProblem::NoVersion(one, other) => {
            format!("no version is in both {} and {}", quoted(one), quoted(other))
        }
        DocumentProblem::Duplicate { kind, name } => {
            format!("the name {} is already used by another {}", quoted(name), quoted(kind))
        }
    }
}
