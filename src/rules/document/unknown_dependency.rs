//! Every name in `dependsOn` must be the name of a resource in the program.
//!
//! ## Why
//! A name that is not in the program is misspelled, or its resource was removed. The order that the entry was meant to
//! guarantee is lost.
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
    }
}
