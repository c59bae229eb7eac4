//! ## What it checks
//! The type of every value: text, number or boolean, as the property asks for.
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
use crate::value::spelling::quoted;

pub(super) static RULE: Rule = Rule {
    code: "ARG002",
    name: "wrong-type",
    title: "A value has the type of its property",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Compiler,
    source: &[
        "npm:@eventstore/pulumi-eventstorecloud@0.2.20:managedCluster.d.ts",
        "pulumi/pulumi-terraform-bridge:pkg/tfbridge/schema.go",
    ],
    since: "0.1.0",
    check: Check::AnyResource(check),
};

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
