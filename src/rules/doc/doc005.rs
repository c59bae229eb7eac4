//! ## What it checks
//! That no resource depends on itself, be it through references and `dependsOn` of others.
//! ## Why
//! None of the resources of a circle can be made first, so that none is ever made.
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

use crate::rules::order::circles;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "DOC005",
    name: "dependency-circle",
    title: "Resources do not wait for each other in a circle",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Preview,
    source: &["pulumi/pulumi: resource option dependsOn"],
    since: "0.1.0",
    check: Check::Document(check),
};

/// Most resources of a circle that are named.
const MOST_NAMED: usize = 6;

fn check(cx: &mut Context<'_>) {
    for circle in circles(cx.program()) {
        let Some(first) = circle.first() else { continue };
        let mut names: Vec<String> = circle.iter().take(MOST_NAMED).map(|resource| quoted(&resource.name)).collect();
        if circle.len() > MOST_NAMED {
            names.push("…".to_string());
        }
        names.push(quoted(&first.name));
        let place = format!("resources[{}]", first.position);
        let message = format!("resources wait for each other: {}", names.join(" waits for "));
        let finding =
            Finding::in_document(place, message).help("remove one of the references or one name in `dependsOn`");
        cx.report(circle.iter().take(MOST_NAMED).skip(1).fold(finding, |finding, other| finding.related(other)));
    }
}
