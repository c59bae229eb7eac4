//! No resource may depend on itself, directly or through other resources.
//!
//! ## Why
//! None of the resources in a cycle can be created first, so none of them is ever created.
//! ## Example
//! ```json
//! { "resources": [
//!     { "kind": "Project", "name": "orders", "dependsOn": ["net"] },
//!     { "kind": "Network", "name": "net", "args": { "projectId": { "ref": "orders" } } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "resources": [
//!     { "kind": "Project", "name": "orders" },
//!     { "kind": "Network", "name": "net", "args": { "projectId": { "ref": "orders" } } }
//! ] }
//! ```

use crate::model::dependencies::cycles;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Preview).source(&[source::PULUMI_DEPENDS_ON]).document(check);

/// Maximum number of resources of a cycle that are named.
const MAX_NAMED: usize = 6;

fn check(cx: &mut Context<'_>) {
    for cycle in cycles(cx.program()) {
        let Some(first) = cycle.first() else { continue };
        let mut names: Vec<String> = cycle.iter().take(MAX_NAMED).map(|resource| quoted(&resource.name)).collect();
        if cycle.len() > MAX_NAMED {
            names.push("…".to_string());
        }
        names.push(quoted(&first.name));
        let path = format!("resources[{}]", first.position);
        let message = format!("dependency cycle: {}", names.join(" -> "));
        let finding = Finding::in_document(path, message)
            .help("remove one of these references or one of the names in `dependsOn`");
        cx.report(cycle.iter().take(MAX_NAMED).skip(1).fold(finding, |finding, other| finding.related(other)));
    }
}
