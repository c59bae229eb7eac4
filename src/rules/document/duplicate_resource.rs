//! Resources of one kind have different names in the program.
//!
//! ## Why
//! Pulumi makes the identity of a resource from its kind and its name, and stops with "duplicate resource URN".
//! ## Example
//! ```json
//! { "resources": [
//!     { "kind": "Project", "name": "orders", "args": { "name": "orders" } },
//!     { "kind": "Project", "name": "orders", "args": { "name": "invoices" } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "resources": [
//!     { "kind": "Project", "name": "orders", "args": { "name": "orders" } },
//!     { "kind": "Project", "name": "invoices", "args": { "name": "invoices" } }
//! ] }
//! ```

use crate::model::program::DocumentProblem;
use crate::rules::prelude::*;

pub(super) const RULE: Rule =
    Rule::error().detected_at(DetectedAt::Preview).source(&[source::PULUMI_DUPLICATE_URN]).document(check);

fn check(cx: &mut Context<'_>) {
    for fault in &cx.program().faults {
        let DocumentProblem::Duplicate { kind, name } = &fault.problem else { continue };
        let message = format!("there is already {} named {}", with_article(&quoted(kind)), quoted(name));
        cx.report(
            Finding::in_document(fault.path.clone(), message)
                .help("give it a name of its own; the name in the program need not be the one that the service shows"),
        );
    }
}
