//! Every required property must be set, and the id of another resource must not be blank.
//!
//! ## Why
//! The constructor of the SDK stops at the first missing property and reports the next one only in the next run. A
//! blank id refers to nothing, but only the service reports it.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "topology": null } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "topology": "single-node", "instanceType": "M8" } }
//! ```

use crate::model::facts::{Applies, PropertyFacts};
use crate::model::resource::State;
use crate::rules::prelude::*;
use crate::rules::readings::ids::is_blank;

pub const RULE: Rule = Rule::error(DetectedAt::Compiler)
    .source(&[source::NPM_PACKAGE_MANAGEDCLUSTER_JS, source::PROVIDER_MANAGED_CLUSTER])
    .any_resource(check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if !resource.is_readable() {
        return;
    }
    for (id, property, slot) in resource.properties() {
        let may_be_absent = match slot.state {
            // One whose name is misspelled is not missing.
            State::Missing => cx.is_missing(resource, id),
            State::Text(_) => property.refers_to.is_some(),
            _ => false,
        };
        let is_needed = |facts: PropertyFacts| facts.required && facts.applies != Applies::Never;
        if !may_be_absent || property.has_rule_about_absence() || !cx.facts(resource, id).is_some_and(is_needed) {
            continue;
        }
        let name = property.name;
        let (message, help) = match (&slot.state, property.refers_to) {
            (State::Missing, _) => {
                let meaning = property.doc.split(". ").next().unwrap_or_default().trim_end_matches('.');
                let message = match resource.conversion(id.into()) {
                    Some(_) => format!("`{name}` is required, and is `null`"),
                    None => format!("`{name}` is required"),
                };
                (message, format!("add `{name}` ({})", uncapitalized(meaning)))
            }
            // The id of a resource that is yet to be created is not blank: there is nothing to defer.
            (State::Text(_), Some(kind)) if is_blank(cx, resource, id) => {
                (format!("`{name}` is blank"), format!("set it to the id of {}", with_article(kind)))
            }
            _ => continue,
        };
        cx.report(Finding::at(resource, id, message).help(help));
    }
}

/// The description of a property inside a sentence: with a small first letter, unless that begins an abbreviation.
fn uncapitalized(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if letters.as_str().starts_with(char::is_lowercase) => {
            format!("{}{}", first.to_ascii_lowercase(), letters.as_str())
        }
        _ => text.to_string(),
    }
}
