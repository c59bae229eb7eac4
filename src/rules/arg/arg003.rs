//! ## What it checks
//! That every property without which the resource cannot be made is there.
//! ## Why
//! The SDK's constructor stops at the first missing property; the next one shows up in the next run.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "topology": null } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "topology": "single-node", "instanceType": "M8" } }
//! ```

use crate::model::kind::Presence;
use crate::model::resource::State;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "ARG003",
    name: "missing-property",
    title: "A required property is given",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Compiler,
    source: &[
        "npm:@eventstore/pulumi-eventstorecloud@0.2.20:managedCluster.js",
        "EventStore/terraform-provider-eventstorecloud:esc/resource_managed_cluster.go",
    ],
    since: "0.1.0",
    check: Check::AnyResource(check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if !resource.is_readable() {
        return;
    }
    for (id, property, slot) in resource.properties() {
        if property.presence == Presence::Required && slot.state == State::Missing {
            let meaning = property.doc.split(". ").next().unwrap_or_default().trim_end_matches('.');
            cx.report(
                Finding::at(resource, id, format!("`{}` is missing", property.name))
                    .help(format!("add `{}`: {meaning}", property.name)),
            );
        }
    }
}
