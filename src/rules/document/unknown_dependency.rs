//! A resource depends on resources of the program.
//!
//! ## Why
//! A name that is not there is a slip, or a resource that was removed: the order that it stood for is lost.
//! ## Example
//! ```json
//! { "resources": [
//!     { "kind": "Project", "name": "orders" },
//!     { "kind": "Network", "name": "net", "args": { "projectId": { "ref": "orders" } }, "dependsOn": ["order"] }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "resources": [
//!     { "kind": "Project", "name": "orders" },
//!     { "kind": "Network", "name": "net", "args": { "projectId": { "ref": "orders" } }, "dependsOn": ["orders"] }
//! ] }
//! ```

use crate::rules::prelude::*;

pub(super) const RULE: Rule =
    Rule::error().detected_at(DetectedAt::Compiler).source(&[source::PULUMI_DEPENDS_ON]).document(check);

/// Most names that a misspelt one is compared with: a program of thousands of resources stays fast.
const MOST_COMPARED: usize = 200;

fn check(cx: &mut Context<'_>) {
    let program = cx.program();
    for resource in &program.resources {
        for (i, name) in resource.depends_on.iter().enumerate() {
            // An empty name stands for what was no name at all, which DOC001 reports.
            if name.is_empty() || program.all_named(name).next().is_some() {
                continue;
            }
            let names = program.resources.iter().map(|other| other.name.as_str()).take(MOST_COMPARED);
            let help = match nearest(name, names) {
                Some(meant) => format!("did you mean {}?", quoted(meant)),
                None => "name a resource of the program, or remove it".to_string(),
            };
            let place = format!("resources[{}].dependsOn[{i}]", resource.position);
            let message = format!("depends on {}, which is not in the program", quoted(name));
            cx.report(Finding::in_document(place, message).help(help));
        }
    }
}
