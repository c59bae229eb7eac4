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
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::advice(DetectedAt::Undetected)
    .source(&[source::PACKAGE_PROVIDER_RESOURCES, source::BRIDGE_NAMES])
    .each_resource(&[KindId::Project], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if cx.text(resource, project::NAME).is_missing() {
        let message = "`name` is not set, so Pulumi generates a name that ends in random characters";
        cx.report(
            Finding::at(resource, project::NAME, message).help("set `name` if anything looks the project up by name"),
        );
    }
}
