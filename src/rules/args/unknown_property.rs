//! A property exists on its resource.
//!
//! ## Why
//! The SDK drops a property it does not know without a word: what was asked for does not happen.
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

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Compiler)
    .source(&[source::NPM_PACKAGE_MANAGEDCLUSTER_JS])
    .any_resource(check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(kind) = resource.kind else { return };
    for key in &resource.unknown_keys {
        let message = format!("{} is no property of {}", quoted(key), kind.name);
        let unused =
            kind.input_names().filter(|name| kind.property(name).is_some_and(|(id, _)| !cx.is_given(resource, id)));
        let help = match nearest(key, unused).or_else(|| nearest(key, kind.input_names())) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("remove it; {} has {}", kind.name, one_of(&kind.input_names().collect::<Vec<_>>())),
        };
        let path = match &resource.origin {
            Origin::Configuration { namespace, .. } => join("configuration", &format!("{namespace}{key}")),
            Origin::Resource => join("", key),
        };
        cx.report(Finding::on(resource, path, message).help(help));
    }
    // Those of clusters have a rule of their own, CLU036.
    for (id, property, slot) in resource.properties().filter(|_| kind.id != KindId::ManagedCluster) {
        if property.is_computed() && slot.state != State::Missing {
            let message = format!("`{}` of {} is set by the service, and is no input", property.name, kind.name);
            cx.report(Finding::at(resource, id, message).help("remove it; read it from the resource").remove(id));
        }
    }
}
