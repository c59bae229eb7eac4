//! ## What it checks
//! That every resource is of a kind that one of the two provider packages has. Kinds of other providers, written as a
//! full type token, are left alone.
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

use crate::model::program::{DocumentProblem, kind_names};
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "DOC002",
    name: "unknown-kind",
    title: "A resource is of a known kind",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Compiler,
    source: &["npm:@eventstore/pulumi-eventstorecloud@0.2.20:index.d.ts", "kurrent-io/pulumi-kurrentcloud:README.md"],
    since: "0.1.0",
    check: Check::Document(check),
};

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
