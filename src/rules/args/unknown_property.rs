//! Every property must exist on the kind of resource that it is written for.
//!
//! ## Why
//! The SDK silently drops a property that it does not know, so the setting has no effect.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "protect": true } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "protected": true } }
//! ```

use crate::model::path::join;
use crate::model::resource::{Origin, State};
use crate::rules::prelude::*;
use crate::rules::shared::args::omitted_property;
use crate::value::spelling::{self, did_you_mean};

pub const RULE: Rule =
    Rule::error(DetectedAt::Compiler).source(&[source::NPM_PACKAGE_MANAGEDCLUSTER_JS]).any_resource(check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(kind) = resource.kind else { return };
    for (key, is_null) in &resource.unknown_keys {
        let omitted = omitted_property(resource, key).map(|(_, property)| property.name);
        let meant = omitted.or_else(|| nearest(key, kind.input_names()));
        // A property, which is written in the dialect of the input.
        let guess = did_you_mean(meant.map(spelling::quoted));
        let message = format!("unknown property {} of {}{guess}", quoted(key), kind.name);
        let help = format!("use {}, or remove it", one_of(&kind.input_names().collect::<Vec<_>>()));
        let path = match &resource.origin {
            Origin::Configuration { namespace, .. } => join("configuration", &format!("{namespace}{key}")),
            Origin::Resource => join("", key),
        };
        let finding = Finding::on(resource, path, message).help(help);
        cx.report(if *is_null { finding.detected_at(DetectedAt::Undetected) } else { finding });
    }
    for (id, property, slot) in resource.properties() {
        let is_set = property.is_computed() && !matches!(slot.state, State::Missing);
        if is_set && !cx.is_reported(resource, About::ClusterComputed) {
            let message = format!("`{}` of {} is an output, set by the service", property.name, kind.name);
            cx.report(
                Finding::at(resource, id, message).help("remove it, and read it from the created resource").remove(id),
            );
        }
    }
}
