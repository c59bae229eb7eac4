//! Somebody is told of the issues of a project.
//!
//! ## Why
//! The service notices when disk, memory or load get short. Without an integration it tells nobody.
//! ## Example
//! ```json
//! { "partial": false, "resources": [{ "kind": "Project", "name": "orders" }] }
//! ```
//! ## Use instead
//! ```json
//! { "partial": false, "resources": [
//!     { "kind": "Project", "name": "orders" },
//!     { "kind": "Integration", "name": "slack", "args": { "projectId": { "ref": "orders" } } }
//! ] }
//! ```

use std::collections::BTreeSet;

use crate::model::{integration, project};
use crate::rules::prelude::*;

pub(super) const RULE: Rule = Rule::advice().source(&[source::DOCS_INTEGRATIONS]).program(&[KindId::Project], check);

/// What an integration must send.
const ISSUES: &str = "issues";

fn check(cx: &mut Context<'_>) {
    let program = cx.program();
    if !program.is_whole || program.of_kind(project::KIND.name).next().is_none() {
        return;
    }
    let mut told = BTreeSet::new();
    for resource in program.of_kind(integration::KIND.name) {
        // One whose project or source is not known may be what is wanted.
        let Some(source) = cx.text(resource, integration::DATA.key(integration::SOURCE)).known() else { return };
        if source != ISSUES {
            continue;
        }
        match cx.identity(resource, integration::PROJECT_ID) {
            Some(Identity::Named(name)) => told.insert(name),
            _ => return,
        };
    }
    for resource in program.of_kind(project::KIND.name) {
        if !told.contains(resource.name.as_str()) {
            let finding = Finding::on(resource, "", "nobody is told when something in this project needs attention");
            cx.report(finding.help("add an Integration with the source `issues`, for example to Slack"));
        }
    }
}
