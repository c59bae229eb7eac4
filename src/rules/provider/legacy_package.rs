//! A program must import the package that receives new versions.
//!
//! ## Why
//! The legacy package receives no new versions, and it supports neither service accounts nor replica sets. All types of
//! the new package are aliases of the old ones, so the preview after the move must not show any replacement. The rule
//! is off by default because the npm registry did not have the new package when it was last checked.
//! ## Example
//! ```json
//! { "packages": ["@eventstore/pulumi-eventstorecloud"], "resources": [] }
//! ```
//! ## Use instead
//! ```json
//! { "packages": ["@kurrent/pulumi-kurrentcloud"], "resources": [] }
//! ```

use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .strict()
    .source(&[source::KURRENT_PACKAGE_README, source::KURRENT_PACKAGE_MIGRATION, source::DOCS_AUTOMATION_PULUMI])
    .document(check);

fn check(cx: &mut Context<'_>) {
    let catalogue = cx.catalogue();
    let current = catalogue.packages().find(|row| row.exists && row.current);
    for (i, package) in cx.program().packages.iter().enumerate() {
        let legacy = catalogue.packages().any(|row| row.exists && !row.current && row.id.as_str() == package.name);
        let Some(current) = current.filter(|_| legacy) else { continue };
        let message = format!("{} receives no new versions", quoted(&package.name));
        let help =
            format!("move to `{}` once your registry has it, and check that the preview replaces nothing", current.id);
        cx.report(Finding::in_document(format!("packages[{i}]"), message).help(help));
    }
}
