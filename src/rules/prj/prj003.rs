//! ## What it checks
//! Whether a project has a name of its own.
//! ## Why
//! Without one, Pulumi names it after the resource with seven random characters at the end, so nothing can look it up
//! by a fixed name.
//! ## Example
//! ```json
//! { "kind": "Project", "args": { "name": null } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Project", "args": { "name": "orders" } }
//! ```

use crate::model::project;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "PRJ003",
    name: "generated-project-name",
    title: "A project that is looked up by name has a name of its own",
    severity: Severity::Info,
    confidence: Confidence::High,
    profile: Profile::Advice,
    caught_today: CaughtToday::Nobody,
    source: &[
        "EventStore/pulumi-eventstorecloud:provider/resources.go",
        "pulumi/pulumi-terraform-bridge:pkg/tfbridge/names.go",
    ],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Project], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if cx.text(resource, project::NAME).is_missing() {
        let message = "the project has no name of its own, so Pulumi makes one that ends in random characters";
        cx.report(
            Finding::at(resource, project::NAME, message).help("set `name` when anything looks the project up by name"),
        );
    }
}
