//! Resources of one kind must have different names in the program.
//!
//! ## Why
//! Pulumi derives the identity of a resource (its URN) from its kind and its name. When two resources have the same
//! URN, the preview stops with "duplicate resource URN".
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

pub const RULE: Rule = Rule::error(DetectedAt::Preview).source(&[source::PULUMI_DUPLICATE_URN]).document(check);

fn check(cx: &mut Context<'_>) {
    for fault in &cx.program().faults {
        let DocumentProblem::Duplicate { kind, name } = &fault.problem else { continue };
        let message = format!("the name {} is already used by another {}", quoted(name), quoted(kind));
        cx.report(
            Finding::in_document(fault.path.clone(), message)
                .help("choose a different name for one of them; it need not be the name that the service shows"),
        );
    }
}
