//! A resource is of a known kind.
//!
//! ## Why
//! A misspelt kind would leave the resource unchecked without a word.
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

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Compiler)
    .source(&[source::NPM_PACKAGE_INDEX_D_TS, source::KURRENT_PACKAGE_README])
    .document(check);

fn check(cx: &mut Context<'_>) {
    for fault in &cx.program().faults {
        let DocumentProblem::UnknownKind(kind) = &fault.problem else { continue };
        let finding = Finding::in_document(fault.path.clone(), format!("{} is no kind of resource", quoted(kind)));
        cx.report(match nearest(kind, kind_names()) {
            // No fix: what else is wrong with the resource shows only when its kind is known.
            Some(meant) => finding.help(format!("did you mean `{meant}`?")),
            None => finding.help(format!("write one of {}", one_of(&kind_names().collect::<Vec<_>>()))),
        });
    }
}
