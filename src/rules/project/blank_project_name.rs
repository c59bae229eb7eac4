//! The `name` of a project must contain a visible character.
//!
//! ## Why
//! The provider requires a name but accepts a blank one, so only the service can reject it, during the deployment.
//! ## Example
//! ```json
//! { "kind": "Project", "args": { "name": " " } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Project", "args": { "name": "orders" } }
//! ```

use crate::model::project;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_PROJECT])
    .each_resource(&[KindId::Project], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if cx.text(resource, project::NAME).known().is_some_and(|name| name.trim().is_empty()) {
        let help = "set a name that says what the project is for, or remove `name` so that Pulumi generates one";
        cx.report(
            Finding::at(resource, project::NAME, "the project's `name` is blank").help(help).remove(project::NAME),
        );
    }
}
