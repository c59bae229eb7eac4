//! An id must refer to a resource of the right kind in the program, or be the id of a resource outside it.
//!
//! ## Why
//! The service knows only ids. It rejects a name, or the id of a resource of another kind, during the deployment, after
//! other resources have been created.
//! ## Example
//! ```json
//! { "partial": false, "resources": [
//!     { "kind": "Project", "name": "orders" },
//!     { "kind": "Network", "name": "net", "args": { "projectId": { "ref": "order" } } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "partial": false, "resources": [
//!     { "kind": "Project", "name": "orders" },
//!     { "kind": "Network", "name": "net", "args": { "projectId": { "ref": "orders" } } }
//! ] }
//! ```

use crate::model::kind::Property;
use crate::model::program::Program;
use crate::model::resource::{Reference, State};
use crate::rules::prelude::*;
use crate::rules::readings::ids::literal;
use crate::rules::shared::stack::named;
use crate::value::identifier::is_variable;
use crate::value::spelling::{did_you_mean, one_of_values};

pub const RULE: Rule =
    Rule::error(DetectedAt::Service).confidence(Confidence::Medium).source(&[source::INFERENCE]).any_resource(check);

/// Maximum number of names that a dangling one is compared with: a program of thousands of resources stays fast.
const MAX_COMPARED: usize = 200;
/// Maximum number of names that are listed.
const MAX_LISTED: usize = 10;

/// An id, and the kind of the resource that it must refer to.
#[derive(Clone, Copy)]
struct Id<'a> {
    resource: &'a Resource,
    property: &'static Property,
    path: PropertyPath<'a>,
    kind: &'static str,
}

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for (id, property, slot) in resource.properties() {
        let Some(kind) = property.refers_to else { continue };
        let mut check = |path| check_id(cx, Id { resource, property, path, kind });
        match &slot.state {
            State::List(items) => (0..items.len()).for_each(|index| check(id.at(index))),
            _ => check(id.into()),
        }
    }
}

fn check_id<'a>(cx: &mut Context<'a>, id: Id<'a>) {
    match cx.state(id.resource, id.path) {
        Some(State::Reference(reference)) => check_reference(cx, id, reference),
        Some(State::Text(_)) => check_literal(cx, id),
        _ => {}
    }
}

fn check_reference<'a>(cx: &mut Context<'a>, id: Id<'a>, reference: &Reference) {
    let program = cx.program();
    if program.referred(id.kind, reference).is_some() {
        return;
    }
    let name = reference.name.as_str();
    let kind = with_article(id.kind);
    let candidates: Vec<&str> = program.of_kind(id.kind).map(|other| other.name.as_str()).take(MAX_COMPARED).collect();
    let guess = did_you_mean(nearest(name, candidates.iter().copied()).map(quoted));
    let property = id.property.name;
    let finding = match program.named(name) {
        Some(other) => {
            let message = format!("`{property}` refers to {}; it must be the id of {kind}{guess}", named(other));
            let finding = Finding::at(id.resource, id.path, message).related(other);
            if let Some(property) = exchanged(program, id, other) {
                cx.report_id(id.resource, id.path, finding.swapped(id.property.name, property));
                return;
            }
            finding
        }
        // The rest of the program may have it.
        None if !program.is_whole => {
            cx.defer(id.resource, id.path);
            return;
        }
        None => {
            let message = format!("`{property}` refers to {}, which is not in the program{guess}", quoted(name));
            Finding::at(id.resource, id.path, message)
        }
    };
    let finding = finding.help(match candidates.as_slice() {
        [] => format!("add {kind} to the program, or use the id of an existing one"),
        few if few.len() <= MAX_LISTED => format!("refer to {}", one_of_values(few)),
        _ => format!("refer to {kind} by its name in the program"),
    });
    cx.report_id(id.resource, id.path, finding);
}

/// The property that should refer to the resource which this id refers to, if that refers to what this should.
fn exchanged(program: &Program, id: Id<'_>, other: &Resource) -> Option<&'static str> {
    let is_right = |property: &Property, state: &State| match state {
        State::Reference(reference) => {
            property.refers_to == other.kind.map(|kind| kind.name) && program.find(id.kind, &reference.name).is_some()
        }
        _ => false,
    };
    let mut properties = id.resource.properties();
    Some(properties.find(|(_, property, slot)| is_right(property, &slot.state))?.1.name)
}

/// A string that is the name or URN of a resource, or contains white space, is not an id. Any other may be the id of
/// anything.
fn check_literal<'a>(cx: &mut Context<'a>, id: Id<'a>) {
    let written = literal(cx, id.resource, id.path, Some(id.kind));
    let Some(written) = written.filter(|text| text.named.is_some() || text.is_urn() || text.has_white_space()) else {
        return;
    };
    let (property, kind) = (id.property.name, with_article(id.kind));
    let message = format!("`{property}` is {}, which is not the id of {kind}", quoted(written.written));
    let finding = Finding::at(id.resource, id.path, message);
    let finding = match written.named {
        Some(other) => {
            let name = quoted(&other.name);
            let id = if is_variable(&other.name) { format!("`{}.id`", other.name) } else { "its `id`".to_string() };
            finding.help(format!("refer to {name}: with `ref` in a document, with {id} in a program")).related(other)
        }
        None => finding.help(format!("use the id of {kind} as shown in the console")),
    };
    cx.report_id(id.resource, id.path, finding);
}
