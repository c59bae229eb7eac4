//! Reading what is compared: two documents, or two states of one resource.

use crate::model::kinds::kind_names;
use crate::model::program::{DocumentProblem, Program};
use crate::model::raw::{Object, Raw};
use crate::model::reader::{InputError, expected, known_keys, required, text};
use crate::value::spelling::{all_of, did_you_mean, nearest, quoted};

const RESOURCE_KEYS: [&str; 3] = ["kind", "name", "args"];

/// Reads both states. `null` is a program without resources.
///
/// # Errors
/// What is neither a document nor a resource, or cannot be read, with its path.
pub(super) fn read(before: &Raw, after: &Raw) -> Result<(Program, Program), InputError> {
    let (old, new) = (single(before, "before")?, single(after, "after")?);
    if let (Some(old), Some(new)) = (&old, &new) {
        if old.kind != new.kind {
            let message = format!("must be {}, the kind in `before`, not {}", quoted(old.kind), quoted(new.kind));
            return Err(InputError::new("after.kind", message));
        }
        if let (Some(old), Some(new)) = (old.name, new.name)
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
    let name = [&new, &old].into_iter().find_map(|single| single.as_ref()?.name);
    Ok((program(before, old, name, "before")?, program(after, new, name, "after")?))
}

/// One resource by itself.
struct Single<'a> {
    kind: &'a str,
    name: Option<&'a str>,
    args: Option<&'a Raw>,
}

fn single<'a>(value: &'a Raw, path: &str) -> Result<Option<Single<'a>>, InputError> {
    let Raw::Object(object) = value else {
        return if *value == Raw::Null { Ok(None) } else { Err(expected(path, "a document or a resource", value)) };
    };
    if object.contains_key("resources") || !object.contains_key("kind") {
        return Ok(None);
    }
    known_keys(path, object, &RESOURCE_KEYS)?;
    let place = format!("{path}.kind");
    let kind = required(text(object.get("kind"), &place)?, place)?;
    let name = text(object.get("name"), &format!("{path}.name"))?;
    Ok(Some(Single { kind, name, args: object.get("args") }))
}

/// The program of a state, if it can be read as a whole: nothing can be promised about half of it.
fn program(value: &Raw, single: Option<Single<'_>>, name: Option<&str>, path: &str) -> Result<Program, InputError> {
    let document = match (single, value) {
        (None, Raw::Null) => object([("resources", Raw::List(Vec::new()))]),
        (None, value) => value.clone(),
        (Some(single), _) => {
            let name = Raw::Text(name.unwrap_or(single.kind).to_string());
            let args = single.args.cloned().unwrap_or(Raw::Object(Object::EMPTY));
            let resource = object([("kind", Raw::Text(single.kind.to_string())), ("name", name), ("args", args)]);
            object([("resources", Raw::List(vec![resource]))])
        }
    };
    let is_document = matches!(value, Raw::Object(object) if object.contains_key("resources"));
    let inside = |place: &str| match (is_document, place.strip_prefix("resources[0]")) {
        (false, Some(rest)) => format!("{path}{rest}"),
        _ => format!("{path}.{place}"),
    };
    let program = Program::of_document(document);
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
        DocumentProblem::UnknownKind(kind) => {
            let meant = did_you_mean(nearest(kind, kind_names()).map(quoted));
            format!("unknown kind {}{meant}", quoted(kind))
        }
        DocumentProblem::UnknownTarget(target) => format!("unknown target {}", quoted(target)),
        DocumentProblem::Duplicate { kind, name } => {
            format!("the name {} is already used by another {}", quoted(name), quoted(kind))
        }
    }
}
