//! A value has the type of its property.
//!
//! ## Why
//! JavaScript and YAML pass any type along. The provider refuses it at preview at best; at worst it is bent into
//! something else. `null` is not the same as leaving a property out.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskSize": "1000" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskSize": 1000 } }
//! ```

use crate::model::kind::ValueType;
use crate::model::resource::Fault;
use crate::rules::prelude::*;
use crate::value::spelling::quoted_value as quoted;

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Compiler)
    .source(&[source::NPM_PACKAGE_MANAGEDCLUSTER_D_TS, source::BRIDGE_SCHEMA])
    .any_resource(check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if let Some(Fault::Type { found, .. }) = resource.args_fault {
        cx.report(
            Finding::on(resource, "", format!("the args are {found}, where an object belongs"))
                .help("give an object with the properties of the resource"),
        );
    }
    resource.walk_faults(&mut |place, property, fault| {
        let Fault::Type { found, number } = fault else { return };
        // These have rules of their own, which know more: a version written as a number, and what is in a map.
        let has_rule = property.name == "serverVersion" && number.is_some()
            || property.value == ValueType::TextMap && place.key.is_some();
        if has_rule || property.is_computed() {
            return;
        }
        let is_entry = place.index.is_some() && place.key.is_none();
        let expected = match property.value {
            ValueType::Entries(_) if is_entry => "an object",
            _ if place.index.is_some() || place.key.is_some() => ValueType::Text.described(),
            value => value.described(),
        };
        let is_inside = place.index.is_some() || place.key.is_some();
        let help = match (found, property.is_required() || is_inside) {
            ("`null`", false) => "leave the property out instead".to_string(),
            _ => format!("write {expected}"),
        };
        let path = place.path(resource);
        cx.report(
            Finding::on(resource, path.as_str(), format!("{} is {found}, where {expected} belongs", quoted(&path)))
                .help(help),
        );
    });
}
