//! Projects have different names.
//!
//! ## Why
//! Names of projects are unique within an organisation: the second project is refused when it is made, and a lookup by
//! name takes the first that it finds.
//! ## Example
//! ```json
//! { "resources": [
//!     { "kind": "Project", "name": "orders", "args": { "name": "orders" } },
//!     { "kind": "Project", "name": "orders-eu", "args": { "name": "orders" } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "resources": [
//!     { "kind": "Project", "name": "orders", "args": { "name": "orders" } },
//!     { "kind": "Project", "name": "orders-eu", "args": { "name": "orders-eu" } }
//! ] }
//! ```

use std::collections::BTreeMap;

use crate::model::project;
use crate::rules::prelude::*;

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Service)
    .source(&[source::DOCS_AUTOMATION_TERRAFORM])
    .program(&[KindId::Project], check);

fn check(cx: &mut Context<'_>) {
    let mut first_of: BTreeMap<&str, &Resource> = BTreeMap::new();
    for resource in cx.program().of_kind(project::KIND.name) {
        let Some(name) = cx.text(resource, project::NAME).known().filter(|name| !name.trim().is_empty()) else {
            continue;
        };
        match first_of.get(name) {
            None => {
                first_of.insert(name, resource);
            }
            Some(first) => {
                let message = format!("there is already a project with the name {}", quoted(name));
                let help = "give each project a name of its own, or leave `name` out and Pulumi makes one";
                let finding = Finding::at(resource, project::NAME, message).help(help);
                cx.report(finding.related_at(first, project::NAME).confined());
            }
        }
    }
}
