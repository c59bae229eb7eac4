//! Every npm package that a program imports for this provider must exist.
//!
//! ## Why
//! Only two npm packages belong to this provider. Comments in the published SDK name a third one, which was never
//! published: the program cannot be installed, and because the import fails, the compiler reports nothing else.
//! ## Example
//! ```json
//! { "packages": ["@pulumi/eventstorecloud"], "resources": [] }
//! ```
//! ## Use instead
//! ```json
//! { "packages": ["@eventstore/pulumi-eventstorecloud"], "resources": [] }
//! ```

use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Compiler)
    .source(&[
        source::PACKAGE_PROVIDER_RESOURCES,
        source::KURRENT_PACKAGE_PROVIDER_RESOURCES,
        source::NPM_PACKAGE_MANAGEDCLUSTER_D_TS,
        source::NPM_REGISTRY,
    ])
    .document(check);

fn check(cx: &mut Context<'_>) {
    let catalogue = cx.catalogue();
    for (i, package) in cx.program().packages.iter().enumerate() {
        let name = package.name.as_str();
        let known = catalogue.packages().find(|row| row.id.as_str() == name);
        // Packages of other clouds are not checked.
        let concerns = catalogue.packages().any(|package| name.contains(package.namespace.as_str()));
        if !concerns || known.is_some_and(|package| package.exists) {
            continue;
        }
        let real: Vec<&str> =
            catalogue.packages().filter(|package| package.exists).map(|package| package.id.as_str()).collect();
        let finding =
            Finding::in_document(format!("packages[{i}]"), format!("the npm package {} does not exist", quoted(name)))
                .help(format!("use {}", one_of(&real)));
        cx.report(match catalogue.package_of(cx.settings().target.provider.namespace()) {
            Some(package) => finding.set_here(package.id.as_str()),
            None => finding,
        });
    }
}
