//! Every name in `dependsOn` must be the name of a resource in the program, and `provider` that of a provider.
//!
//! ## Why
//! A name that is not in the program is misspelled, or its resource was removed. The order that the entry was meant to
//! guarantee is lost, or nobody knows which organisation the resource belongs to.
//! ## Example
//! ```json
//! { "resources": [
//!     { "kind": "Project", "name": "orders" },
//!     { "kind": "Network", "name": "net", "args": { "projectId": { "ref": "orders" } }, "dependsOn": ["order"] }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "resources": [
//!     { "kind": "Project", "name": "orders" },
//!     { "kind": "Network", "name": "net", "args": { "projectId": { "ref": "orders" } }, "dependsOn": ["orders"] }
//! ] }
//! ```

use crate::model::provider::{KIND, Used};
use crate::rules::prelude::*;
use crate::value::spelling::did_you_mean;

pub const RULE: Rule = Rule::error(DetectedAt::Compiler).source(&[source::PULUMI_DEPENDS_ON]).document(check);

/// Maximum number of names that a misspelled one is compared with: a program of thousands of resources stays fast.
const MAX_COMPARED: usize = 200;

fn check(cx: &mut Context<'_>) {
    let program = cx.program();
    for resource in &program.resources {
        for (i, name) in resource.depends_on.iter().enumerate() {
            // An empty name stands for an entry that is not a string.
            if name.is_empty() || program.all_named(name).next().is_some() {
                continue;
            }
            let names = program.resources.iter().map(|other| other.name.as_str()).take(MAX_COMPARED);
            let guess = did_you_mean(nearest(name, names).map(quoted));
            let path = format!("resources[{}].dependsOn[{i}]", resource.position);
            let message = format!("`dependsOn` names {}, which is not in the program{guess}", quoted(name));
            cx.report(
                Finding::in_document(path, message)
                    .help("use the name of a resource in the program, or remove the entry"),
            );
        }
        check_provider(cx, resource);
    }
}

/// A provider may be in the rest of the program.
fn check_provider(cx: &mut Context<'_>, resource: &Resource) {
    let program = cx.program();
    let Used::Named(name) = &resource.provider else { return };
    if !program.is_whole || program.find(KIND.name, name).is_some() {
        return;
    }
    let names = program.of_kind(KIND.name).map(|other| other.name.as_str()).take(MAX_COMPARED);
    let guess = did_you_mean(nearest(name, names).map(quoted));
    let message = format!("`provider` names {}, which is not a provider in the program{guess}", quoted(name));
    let finding = Finding::in_document(format!("resources[{}].provider", resource.position), message);
    cx.report(finding.help("use the name of a provider in the program, or remove `provider` to use the default one"));
}
