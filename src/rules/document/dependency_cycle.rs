//! Resources do not wait for each other in a cycle.
//!
//! ## Why
//! None of the resources of a cycle can be made first, so that none is ever made.
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

pub(super) const RULE: Rule =
    Rule::error().detected_at(DetectedAt::Preview).source(&[source::PULUMI_DEPENDS_ON]).document(check);

/// Most resources of a cycle that are named.
const MOST_NAMED: usize = 6;

fn check(cx: &mut Context<'_>) {
    for cycle in cycles(cx.program()) {
        let Some(first) = cycle.first() else { continue };
        let mut names: Vec<String> = cycle.iter().take(MOST_NAMED).map(|resource| quoted(&resource.name)).collect();
        if cycle.len() > MOST_NAMED {
            names.push("…".to_string());
        }
        names.push(quoted(&first.name));
        let place = format!("resources[{}]", first.position);
        let message = format!("resources wait for each other: {}", names.join(" waits for "));
        let finding =
            Finding::in_document(place, message).help("remove one of the references or one name in `dependsOn`");
        cx.report(cycle.iter().take(MOST_NAMED).skip(1).fold(finding, |finding, other| finding.related(other)));
    }
}
