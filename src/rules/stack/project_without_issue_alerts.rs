//! A project must have an integration that sends its issues.
//!
//! ## Why
//! The service notices when disk space, memory or processing power run short. Without an integration, it notifies
//! nobody.
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
use crate::rules::shared::stack::named;

pub const RULE: Rule =
    Rule::advice(DetectedAt::Undetected).source(&[source::DOCS_INTEGRATIONS]).program(&[KindId::Project], check);

/// What an integration must send.
const ISSUES: &str = "issues";

fn check(cx: &mut Context<'_>) {
    let program = cx.program();
    if !program.is_whole || program.of_kind(project::KIND.name).next().is_none() {
        return;
    }
    let mut notified = BTreeSet::new();
    for resource in program.of_kind(integration::KIND.name) {
        // An integration whose project or source is unknown may be the one that is needed.
        let source = Integration::of(cx, resource).and_then(|sent| sent.written_source(cx));
        let Some(source) = source else { return };
        if source != ISSUES {
            continue;
        }
        match cx.identity(resource, integration::PROJECT_ID) {
            Some(Identity::Named(name)) => notified.insert(name),
            _ => return,
        };
    }
    for resource in program.of_kind(project::KIND.name) {
        if !notified.contains(resource.name.as_str()) {
            let message = format!("{} has no integration that sends its issues", named(resource));
            let help = "add an Integration with the source `issues`, for example to Slack";
            cx.report(Finding::on(resource, "", message).help(help));
        }
    }
}
