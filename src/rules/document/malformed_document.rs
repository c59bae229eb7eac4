//! Every key of a document must be known, and its value must have the documented type.
//!
//! ## Why
//! An unknown key, or one whose value has the wrong type, is not read: that part of the program would silently go
//! unchecked.
//! ## Example
//! ```json
//! { "resources": [], "enviroment": "production" }
//! ```
//! ## Use instead
//! ```json
//! { "resources": [], "environment": "production" }
//! ```

use crate::model::program::DocumentProblem;
use crate::model::standing::Standing;
use crate::model::target::Target;
use crate::rules::prelude::*;
use crate::value::spelling::did_you_mean;

pub const RULE: Rule = Rule::error(DetectedAt::Undetected).source(&[source::DOCUMENT_FORMAT]).document(check);

fn check(cx: &mut Context<'_>) {
    for fault in &cx.program().faults {
        let (message, help) = match &fault.problem {
            DocumentProblem::Type { expected, found } => {
                let subject = if fault.path.is_empty() { "the document".to_string() } else { quoted(&fault.path) };
                let help = "correct the value or remove it: what cannot be read is not checked";
                (format!("{subject} must be {expected}, not {found}"), help.to_string())
            }
            DocumentProblem::Missing(key) => {
                (format!("{} is required", quoted(&fault.path)), format!("add `{key}`: {}", meaning(key)))
            }
            DocumentProblem::UnknownKey { key, known } => {
                let guess = did_you_mean(nearest(key, known.iter().copied()).map(quoted));
                let help = format!("use one of the keys {}, or remove it", one_of(known));
                (format!("unknown key {}{guess}", quoted(key)), help)
            }
            DocumentProblem::UnknownProperty { name, known } => {
                let guess = did_you_mean(nearest(name, known.iter().copied()).map(quoted));
                let help = format!("use one of the properties {}, or remove it", one_of(known));
                (format!("unknown property {}{guess}", quoted(name)), help)
            }
            DocumentProblem::UnknownState(word) => {
                let guess = did_you_mean(nearest(word, Standing::WORDS).map(quoted));
                let help = format!("use {}, or remove it", one_of(&Standing::WORDS));
                (format!("unknown state {}{guess}", quoted(word)), help)
            }
            DocumentProblem::UnknownTarget(target) => {
                let meant = Target::meant(target).map(|meant| meant.to_string());
                let guess = did_you_mean(meant.as_deref().map(quoted));
                (format!("unknown target {}{guess}", quoted(target)), Target::FORM.to_string())
            }
            DocumentProblem::NoVersion(one, other) => {
                let message = format!("no version of the target is in both {} and {}", quoted(one), quoted(other));
                (message, "change one of the two constraints, so that a version is in both".to_string())
            }
            DocumentProblem::UnknownKind(_) | DocumentProblem::Duplicate { .. } => continue,
        };
        cx.report(Finding::in_document(fault.path.clone(), message).help(help));
    }
}

/// The meaning of a required key.
fn meaning(key: &str) -> &'static str {
    match key {
        "kind" => "the kind of the resource, such as `Network`",
        "name" => "the name of the resource in the program",
        _ => "an array of the program's resources",
    }
}
