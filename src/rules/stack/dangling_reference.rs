//! An id refers to a resource of the right kind.
//!
//! ## Why
//! The service knows ids only. A name, or the id of another kind of resource, is refused during the deployment, after
//! other resources have been made.
//! ## Example
//! ```json
//! { "resources": [
//!     { "kind": "Project", "name": "orders" },
//!     { "kind": "Network", "name": "net", "args": { "projectId": { "ref": "order" } } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "resources": [
//!     { "kind": "Project", "name": "orders" },
//!     { "kind": "Network", "name": "net", "args": { "projectId": { "ref": "orders" } } }
//! ] }
//! ```

use crate::model::resource::{Reference, State};
use crate::rules::prelude::*;

pub(super) const RULE: Rule = Rule::error()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Service)
    .source(&[source::INFERENCE])
    .any_resource(check);

/// Most names that a dangling one is compared with: a program of thousands of resources stays fast.
const MOST_COMPARED: usize = 200;
/// Most names that are listed.
const MOST_LISTED: usize = 10;

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for (id, property, slot) in resource.properties() {
        let Some(wanted) = property.refers_to else { continue };
        let State::List(items) = &slot.state else {
            one(cx, resource, id.into(), wanted);
            continue;
        };
        for index in 0..items.len() {
            one(cx, resource, id.at(index), wanted);
        }
    }
}

fn one<'a>(cx: &mut Context<'a>, resource: &'a Resource, place: PropertyPath<'a>, wanted: &'static str) {
    match cx.state(resource, place) {
        Some(State::Reference(written)) => reference(cx, resource, place, written, wanted),
        Some(State::Text(text)) => literal(cx, resource, place, text, wanted),
        _ => {}
    }
}

fn reference<'a>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
    id: PropertyPath<'a>,
    written: &Reference,
    wanted: &'static str,
) {
    let program = cx.program();
    if program.referred(wanted, written).is_some() {
        return;
    }
    let name = written.name.as_str();
    let wished = with_article(wanted);
    let finding = match program.named(name) {
        Some(other) => Finding::at(
            resource,
            id,
            format!(
                "refers to {}, which is {}, where the id of {wished} belongs",
                quoted(name),
                with_article(&quoted(&other.kind_name))
            ),
        )
        .related(other),
        None => Finding::at(resource, id, format!("refers to {}, which is not in the program", quoted(name))),
    };
    let candidates: Vec<&str> = program.of_kind(wanted).map(|other| other.name.as_str()).take(MOST_COMPARED).collect();
    let help = match (nearest(name, candidates.iter().copied()), candidates.as_slice()) {
        (Some(meant), _) => format!("did you mean {}?", quoted(meant)),
        (None, []) => format!("add {wished} to the program, or give the id of one that exists"),
        (None, few) if few.len() <= MOST_LISTED => format!("refer to {}", one_of(few)),
        (None, _) => format!("refer to {wished} by its name in the program"),
    };
    cx.report(finding.help(help));
}

/// Text that is the name of a resource, or has white space, is no id. Other text may be the id of anything.
fn literal<'a>(cx: &mut Context<'a>, resource: &'a Resource, id: PropertyPath<'a>, text: &str, wanted: &'static str) {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return;
    }
    let named = cx.program().find(wanted, trimmed);
    if named.is_none() && !text.contains(char::is_whitespace) {
        return;
    }
    let finding = Finding::at(resource, id, format!("is {}, which is no id of {}", quoted(text), with_article(wanted)));
    cx.report(match named {
        Some(other) => finding
            .help(format!(
                "refer to the resource: in a document with `ref`, in a program with the `id` of {}",
                quoted(&other.name)
            ))
            .related(other),
        None => finding.help(format!("give the id of {}, as the console shows it", with_article(wanted))),
    });
}
