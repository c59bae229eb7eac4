//! A document has the documented shape.
//!
//! ## Why
//! A key that nobody reads, or a value of another type, means that part of the program would go unchecked without a word.
//! ## Example
//! ```json
//! { "resources": [], "enviroment": "production" }
//! ```
//! ## Use instead
//! ```json
//! { "resources": [], "environment": "production" }
//! ```

use crate::model::program::DocumentProblem;
use crate::model::target::Target;
use crate::rules::prelude::*;

pub(super) const RULE: Rule = Rule::error().source(&[source::DOCUMENT_FORMAT]).document(check);

fn check(cx: &mut Context<'_>) {
    for fault in &cx.program().faults {
        let (message, help) = match &fault.problem {
            DocumentProblem::Type { expected, found } => {
                let what = if fault.path.is_empty() { "the document" } else { "the value" };
                (format!("{what} is {found}, where {expected} belongs"), format!("write {expected}"))
            }
            DocumentProblem::Missing(key) => (format!("`{key}` is missing"), format!("add `{key}`")),
            DocumentProblem::UnknownKey { key, known } => {
                let help = match nearest(key, known.iter().copied()) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => format!("remove it; known here are {}", one_of(known)),
                };
                (format!("{} is no key of a document here", quoted(key)), help)
            }
            DocumentProblem::UnknownTarget(target) => {
                let meant = Target::meant(target);
                let help = meant.map_or_else(|| Target::FORM.to_string(), |meant| format!("did you mean `{meant}`?"));
                (format!("{} is no target", quoted(target)), help)
            }
            DocumentProblem::UnknownKind(_) | DocumentProblem::Duplicate { .. } => continue,
        };
        cx.report(Finding::in_document(fault.path.clone(), message).help(help));
    }
}
