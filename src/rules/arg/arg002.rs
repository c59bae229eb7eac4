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

use crate::model::resource::{Fault, State};
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "ARG002",
    name: "wrong-type",
    title: "A value has the type of its property",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Compiler,
    source: &["npm:@eventstore/pulumi-eventstorecloud@0.2.20:managedCluster.d.ts", "pulumi/pulumi-terraform-bridge:pkg/tfbridge/schema.go"],
    since: "0.1.0",
    check: Check::AnyResource(check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if let Some(Fault::Type { found, .. }) = resource.args_fault {
        cx.report(Finding::on(resource, "", format!("the args are {found}, where an object belongs")).help("give an object with the properties of the resource"));
    }
    for (id, property, slot) in resource.properties() {
        let State::Wrong(Fault::Type { found, number }) = slot.state else { continue };
        // A version written as a number has a rule of its own, which knows what was lost.
        if property.name == "serverVersion" && number.is_some() || property.is_computed() {
            continue;
        }
        let expected = property.value.described();
        let help = match (found, property.is_required()) {
            ("`null`", false) => "leave the property out instead".to_string(),
            _ => format!("write {expected}"),
        };
        cx.report(Finding::at(resource, id, format!("`{}` is {found}, where {expected} belongs", property.name)).help(help));
    }
}
