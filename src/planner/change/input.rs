//! Reading what is to be compared: two documents, or twice the args of one resource.

use crate::model::kinds::kind_names;
use crate::model::program::{DocumentProblem, Program};
use crate::model::raw::{Object, Raw};
use crate::model::reader::{InputError, expected, known_keys, required, text};
use crate::value::spelling::{nearest, one_of, quoted, with_article};

const RESOURCE_KEYS: [&str; 3] = ["kind", "name", "args"];

/// Reads both sides. `null` is a program without resources.
///
/// # Errors
/// What is no document and no resource, or cannot be read, with its path.
pub(super) fn read(before: &Raw, after: &Raw) -> Result<(Program, Program), InputError> {
    let (old, new) = (single(before, "before")?, single(after, "after")?);
    if let (Some(old), Some(new)) = (&old, &new) {
        if old.kind != new.kind {
            let message =
                format!("is {}, but the resource before is {}", quoted(new.kind), with_article(&quoted(old.kind)));
            return Err(InputError::new("after.kind", message));
        }
        if let (Some(old), Some(new)) = (old.name, new.name)
            && old != new
        {
            let message = format!("is {}, but the resource before is {}", quoted(new), quoted(old));
            return Err(InputError::new("after.name", message));
        }
    }
    if old.is_some() != new.is_some() && ![before, after].contains(&&Raw::Null) {
        return Err(InputError::new(
            "after",
            "is not of the same form as `before`: give two documents, or twice one resource",
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

/// The program of a side, if nothing is wrong with it: of a program that was half understood nothing can be promised.
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
            return Err(InputError::new(place, "is no object"));
        }
    }
    Ok(program)
}

fn object<const N: usize>(entries: [(&'static str, Raw); N]) -> Raw {
    Raw::Object(entries.into())
}

fn described(problem: &DocumentProblem) -> String {
    match problem {
        DocumentProblem::Type { expected, found } => format!("is {found}, where {expected} belongs"),
        DocumentProblem::Missing(_) => "is missing".to_string(),
        DocumentProblem::UnknownKey { known, .. } => format!("is not read by anything; known are {}", one_of(known)),
        DocumentProblem::UnknownKind(kind) => {
            let meant = nearest(kind, kind_names()).map_or(String::new(), |m| format!("; did you mean `{m}`?"));
            format!("is {}, which is no kind of resource{meant}", quoted(kind))
        }
        DocumentProblem::UnknownTarget(target) => format!("is {}, which is no target", quoted(target)),
        DocumentProblem::Duplicate { kind, name } => {
            format!("is {}, which another {} is called already", quoted(name), quoted(kind))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(before: &str, after: &str) -> String {
        let raw = |text| serde_json::from_str(text).unwrap();
        read(&raw(before), &raw(after)).unwrap_err().to_string()
    }

    #[test]
    fn what_cannot_be_compared_is_refused_with_its_path() {
        let project = r#"{"kind":"Project","name":"a"}"#;
        for (before, after, expected) in [
            ("3", "null", "before: must be a document or a resource, not a number"),
            (project, r#"{"kind":"Acl"}"#, "after.kind: is `Acl`, but the resource before is a `Project`"),
            (project, r#"{"kind":"Project","name":"b"}"#, "after.name: is `b`, but the resource before is `a`"),
            (project, r#"{"kind":"Project","args":3}"#, "after.args: is no object"),
            (project, r#"{"kind":"Project","arg":{}}"#, "after.arg: unknown key; did you mean `args`?"),
            (
                r#"{"kind":"Projct"}"#,
                "null",
                "before.kind: is `Projct`, which is no kind of resource; did you mean `Project`?",
            ),
            (
                r#"{"resources":[3]}"#,
                "null",
                "before.resources[0]: is a number, where an object with `kind`, `name` and `args` belongs",
            ),
            (r#"{"resource":[]}"#, "null", "before.resources: is missing"),
            (
                r#"{"resources":[]}"#,
                project,
                "after: is not of the same form as `before`: give two documents, or twice one resource",
            ),
        ] {
            assert_eq!(refused(before, after), expected, "{before} {after}");
        }
    }
}
