//! The projects of an organisation must have different names.
//!
//! ## Why
//! Project names are unique within an organisation: the service rejects the second project, and a lookup by name
//! returns the first match.
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

pub const RULE: Rule =
    Rule::error(DetectedAt::Service).source(&[source::DOCS_AUTOMATION_TERRAFORM]).program(&[KindId::Project], check);

fn check(cx: &mut Context<'_>) {
    let mut first_of: BTreeMap<&str, &Resource> = BTreeMap::new();
    for resource in cx.program().of_kind(project::KIND.name) {
        let Some(name) = Project::of(cx, resource).and_then(|project| project.name(cx).value) else { continue };
        match first_of.get(name) {
            None => {
                first_of.insert(name, resource);
            }
            Some(first) => {
                let message = format!("the name {} is already used by another project", quoted(name));
                let help = "choose a different name, or remove `name` so that Pulumi generates one";
                let finding = Finding::at(resource, project::NAME, message).help(help);
                cx.report(finding.related_at(first, project::NAME).confined());
            }
        }
    }
}
