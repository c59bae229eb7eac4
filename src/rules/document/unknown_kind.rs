//! The kind of every resource must be one that the two provider packages have, or the full type token of a resource of
//! another provider.
//!
//! ## Why
//! A resource of a misspelled kind would silently go unchecked.
//! ## Example
//! ```json
//! { "resources": [{ "kind": "Projekt", "name": "orders", "args": { "name": "orders" } }] }
//! ```
//! ## Use instead
//! ```json
//! { "resources": [{ "kind": "Project", "name": "orders", "args": { "name": "orders" } }] }
//! ```

use crate::model::kinds::kind_names;
use crate::model::program::DocumentProblem;
use crate::rules::prelude::*;
use crate::value::spelling::did_you_mean;

pub const RULE: Rule = Rule::error(DetectedAt::Compiler)
    .source(&[source::NPM_PACKAGE_INDEX_D_TS, source::KURRENT_PACKAGE_README])
    .document(check);

fn check(cx: &mut Context<'_>) {
    for fault in &cx.program().faults {
        let DocumentProblem::UnknownKind(kind) = &fault.problem else { continue };
        // No fix: what else is wrong with the resource shows only when its kind is known.
        let message = format!("unknown kind {}{}", quoted(kind), did_you_mean(nearest(kind, kind_names()).map(quoted)));
        let help = format!("use one of the kinds {}", one_of(&kind_names().collect::<Vec<_>>()));
        cx.report(Finding::in_document(fault.path.clone(), message).help(help));
    }
}
