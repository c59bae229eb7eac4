//! ## What it checks
//! That the name of a project, when given, has at least one visible character.
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

pub(super) static RULE: Rule = Rule {
    code: "PRJ001",
    name: "blank-project-name",
    title: "The name of a project is not blank",
    severity: Severity::Error,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &["EventStore/terraform-provider-eventstorecloud:esc/resource_project.go"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Project], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if cx.text(resource, project::NAME).known().is_some_and(|name| name.trim().is_empty()) {
        let help = "give a name that tells what the project is for, or leave `name` out and Pulumi makes one";
        cx.report(
            Finding::at(resource, project::NAME, "the name of the project is blank").help(help).remove(project::NAME),
        );
    }
}
