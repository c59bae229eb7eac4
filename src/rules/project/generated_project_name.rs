//! A project that is looked up by name has a name of its own.
//!
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

pub(super) const RULE: Rule = Rule::advice()
    .source(&[source::PACKAGE_PROVIDER_RESOURCES, source::BRIDGE_NAMES])
    .each_resource(&[KindId::Project], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if cx.text(resource, project::NAME).is_missing() {
        let message = "the project has no name of its own, so Pulumi makes one that ends in random characters";
        cx.report(
            Finding::at(resource, project::NAME, message).help("set `name` when anything looks the project up by name"),
        );
    }
}
