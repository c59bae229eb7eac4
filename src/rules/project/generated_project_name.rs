//! A project that is looked up by name must set `name`.
//!
//! ## Why
//! If `name` is not set, Pulumi takes the name of the resource and appends seven random characters, so nothing can look
//! the project up by a fixed name.
//! ## Example
//! ```json
//! { "kind": "Project", "args": { "name": null } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Project", "args": { "name": "orders" } }
//! ```

use crate::model::project;
use crate::rules::faults::text::Absent;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::advice(DetectedAt::Undetected)
    .source(&[source::PACKAGE_PROVIDER_RESOURCES, source::BRIDGE_NAMES])
    .on(&[FaultCheck::ProjectName(check)]);

fn check<'a>(cx: &mut Context<'a>, project: Project<'a>, fault: &Absent) {
    let Absent::Missing = fault else { return };
    let message = "`name` is not set, so Pulumi generates a name that ends in random characters";
    let finding = Finding::at(project.resource, project::NAME, message);
    cx.report(finding.help("set `name` if anything looks the project up by name"));
}
