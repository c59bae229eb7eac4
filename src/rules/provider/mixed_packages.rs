//! A program must use only one of the two packages.
//!
//! ## Why
//! Both manage the same resources in the same service. With both in one stack, one resource can easily end up with two
//! owners.
//! ## Example
//! ```json
//! { "resources": [
//!     { "kind": "eventstorecloud:index/project:Project", "name": "orders" },
//!     { "kind": "kurrentcloud:index/project:Project", "name": "invoices" }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "resources": [
//!     { "kind": "kurrentcloud:index/project:Project", "name": "orders" },
//!     { "kind": "kurrentcloud:index/project:Project", "name": "invoices" }
//! ] }
//! ```

use crate::rules::prelude::*;
use crate::rules::shared::stack::named;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::KURRENT_PACKAGE_MIGRATION, source::KURRENT_PROVIDER_MIGRATION])
    .document(check);

const HELP: &str = "move the whole stack to one package: the types of the new one are aliases of the old ones";

fn check(cx: &mut Context<'_>) {
    let (program, catalogue) = (cx.program(), cx.catalogue());
    let mut resources = program.resources.iter().filter_map(|resource| Some((resource, resource.namespace?)));
    if let Some((first, namespace)) = resources.next() {
        let Some((other, _)) = resources.find(|(_, other)| *other != namespace) else { return };
        let message = format!("{} comes from a different package than {}", named(other), named(first));
        cx.report(Finding::on(other, "", message).help(HELP).related(first));
        return;
    }
    let of = |name: &str| {
        catalogue.packages().find(|row| row.exists && row.id.as_str() == name).map(|row| row.namespace.as_str())
    };
    let mut imported =
        program.packages.iter().enumerate().filter_map(|(i, package)| Some((i, &package.name, of(&package.name)?)));
    let Some((_, first, namespace)) = imported.next() else { return };
    if let Some((i, other, _)) = imported.find(|(_, _, other)| *other != namespace) {
        let message = format!("{} manages the same resources as {}", quoted(other), quoted(first));
        cx.report(Finding::in_document(format!("packages[{i}]"), message).help(HELP));
    }
}
