//! Every value must have the type of its property.
//!
//! ## Why
//! JavaScript and YAML accept values of any type. The provider converts some of them, which another rule reports, and
//! refuses the rest at preview.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskSize": "1 TB" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskSize": 1000 } }
//! ```

use crate::model::kind::ValueType;
use crate::model::resource::Fault;
use crate::rules::prelude::*;
use crate::rules::shared::args::{expected, subject};
use crate::value::spelling::all_of;

pub const RULE: Rule = Rule::error(DetectedAt::Compiler)
    .source(&[source::NPM_PACKAGE_MANAGEDCLUSTER_D_TS, source::BRIDGE_SCHEMA])
    .any_resource(check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if let Some(Fault::Type { found, .. }) = resource.args_fault {
        let finding = Finding::on(resource, "", format!("the args must be an object, not {found}"));
        cx.report(finding.help("use an object with the properties of the resource"));
    }
    resource.walk_faults(&mut |path, property, fault| {
        let Fault::Type { found, .. } = fault else { return };
        // More may have been said of a value of a map.
        let is_of_map = property.value == ValueType::TextMap && path.key.is_some();
        let is_reported = is_of_map && cx.is_reported(resource, About::IntegrationValues);
        if is_reported || property.is_computed() {
            return;
        }
        let expected = expected(property, path);
        let message = format!("{} must be {}, not {found}", subject(resource, property, path), expected.described());
        let finding = Finding::at(resource, path, message);
        cx.report(match (expected, *found, property.value) {
            (ValueType::TextMap, _, ValueType::Entries(keys)) => {
                let keys: Vec<&str> = keys.iter().map(|key| key.name).collect();
                finding.help(format!("use an object with the keys {}", all_of(&keys)))
            }
            _ => finding.help(help(expected, found)),
        });
    });
}

/// How to write a value of the expected type.
fn help(expected: ValueType, found: &str) -> &'static str {
    match (expected, found) {
        (ValueType::Text, "a number" | "a boolean") => "put the value in quotes",
        (ValueType::Text, _) => "set it to a single string",
        (ValueType::Integer, "a string") => "write the number without quotes",
        (ValueType::Integer, _) => "set it to a single number",
        (ValueType::Boolean, _) => "use a boolean, true or false, without quotes",
        (ValueType::TextList, "a string") => "put the string in an array",
        (ValueType::TextList, _) => "use an array, even for a single string",
        (ValueType::TextMap, _) => "use an object with a string under each key",
        (ValueType::Entries(_), _) => "use an array with one object for each entry",
    }
}
