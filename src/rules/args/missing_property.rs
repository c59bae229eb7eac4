//! A required property is given.
//!
//! ## Why
//! The SDK's constructor stops at the first missing property; the next one shows up in the next run. A blank id names
//! nothing, but only the service says so.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "topology": null } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "topology": "single-node", "instanceType": "M8" } }
//! ```

use crate::model::kind::{Presence, PropertyId};
use crate::model::resource::State;
use crate::rules::prelude::*;

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Compiler)
    .source(&[source::NPM_PACKAGE_MANAGEDCLUSTER_JS, source::PROVIDER_MANAGED_CLUSTER])
    .any_resource(check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if !resource.is_readable() {
        return;
    }
    for (id, property, slot) in resource.properties() {
        if property.presence != Presence::Required {
            continue;
        }
        let (fault, verb) = match &slot.state {
            State::Missing => ("missing", "add"),
            // The id of what is still to be made is not blank: there is nothing to wait for.
            State::Text(_) if property.refers_to.is_some() && is_blank(cx, resource, id) => ("blank", "write"),
            _ => continue,
        };
        let meaning = property.doc.split(". ").next().unwrap_or_default().trim_end_matches('.');
        cx.report(
            Finding::at(resource, id, format!("`{}` is {fault}", property.name))
                .help(format!("{verb} `{}`: {meaning}", property.name)),
        );
    }
}

fn is_blank<'a>(cx: &mut Context<'a>, resource: &'a Resource, id: PropertyId) -> bool {
    cx.text(resource, id).known().is_some_and(|text| text.trim().is_empty())
}
