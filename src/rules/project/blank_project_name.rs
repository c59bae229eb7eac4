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
use crate::rules::faults::text::Absent;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_PROJECT])
    .on(&[FaultCheck::ProjectName(check)]);

fn check<'a>(cx: &mut Context<'a>, project: Project<'a>, fault: &Absent) {
    let Absent::Blank = fault else { return };
    let help = "set a name that says what the project is for";
    let finding = Finding::at(project.resource, project::NAME, "the project's `name` is blank");
    cx.report(match cx.is_required(project.resource, project::NAME) {
        true => finding.help(help),
        false => finding.help(format!("{help}, or remove `name` so that Pulumi generates one")).remove(project::NAME),
    });
}
