//! ## What it checks
//! The npm packages that the program imports its resources from (`packages` of a document).
//! ## Why
//! Only two npm packages belong to this provider. Comments inside the published SDK name a third one, which was never
//! published: the program cannot even be installed, and because the import fails the compiler reports nothing else.
//! ## Example
//! ```json
//! { "packages": ["@pulumi/eventstorecloud"], "resources": [] }
//! ```
//! ## Use instead
//! ```json
//! { "packages": ["@eventstore/pulumi-eventstorecloud"], "resources": [] }
//! ```

use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "PRV001",
    name: "package-does-not-exist",
    title: "The imported npm package exists",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Compiler,
    source: &[
        "EventStore/pulumi-eventstorecloud:provider/resources.go",
        "kurrent-io/pulumi-kurrentcloud:provider/resources.go",
        "npm:@eventstore/pulumi-eventstorecloud@0.2.20:managedCluster.d.ts",
        "npm registry (E404 for @pulumi/eventstorecloud, checked)",
    ],
    since: "0.1.0",
    check: Check::Document(check),
};

fn check(cx: &mut Context<'_>) {
    let catalogue = cx.catalogue();
    for (i, package) in cx.program().packages.iter().enumerate() {
        let name = package.name.as_str();
        let known = catalogue.packages().find(|row| row.id.as_str() == name);
        // A package that has nothing to do with this cloud is none of our business.
        let concerns = catalogue.packages().any(|package| name.contains(package.namespace.as_str()));
        if !concerns || known.is_some_and(|package| package.exists) {
            continue;
        }
        let real: Vec<&str> =
            catalogue.packages().filter(|package| package.exists).map(|package| package.id.as_str()).collect();
        let finding =
            Finding::in_document(format!("packages[{i}]"), format!("there is no npm package {}", quoted(name)))
                .help(format!("import {}", one_of(&real)));
        cx.report(match catalogue.package_of(cx.settings().target.provider.namespace()) {
            Some(package) => finding.set_here(package.id.as_str()),
            None => finding,
        });
    }
}
