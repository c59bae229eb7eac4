//! The name of a project is not blank.
//!
//! ## Why
//! The provider requires a name, and a blank one passes every check before the service is asked.
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

pub(super) const RULE: Rule = Rule::error()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Service)
    .source(&[source::PROVIDER_PROJECT])
    .each_resource(&[KindId::Project], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if cx.text(resource, project::NAME).known().is_some_and(|name| name.trim().is_empty()) {
        let help = "give a name that tells what the project is for, or leave `name` out and Pulumi makes one";
        cx.report(
            Finding::at(resource, project::NAME, "the name of the project is blank").help(help).remove(project::NAME),
        );
    }
}
