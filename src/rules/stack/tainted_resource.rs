//! A resource must not be marked as tainted.
//!
//! ## Why
//! What `pulumi state taint` has marked is replaced by the next `pulumi up`, whatever its values are. The data of a cluster
//! is deleted with it, unless it is protected, so that the replacement fails, or the option `retainOnDelete` keeps the old
//! one. Terraform marks what it could not create completely.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "name": "orders", "args": { "protected": false }, "state": ["tainted"] }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "name": "orders" }
//! ```

use crate::model::dialect::Dialect;
use crate::model::standing::Standing;
use crate::rules::prelude::*;
use crate::rules::shared::stack::{is_cluster, is_protected_cluster, named};

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected).source(&[source::MEASURED_PULUMI]).any_resource(check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if !resource.standings.contains(&Standing::Tainted) {
        return;
    }
    let (next, untaint) = match cx.settings().dialect {
        Dialect::Pulumi => (
            "pulumi up",
            "if it works, remove the mark with `pulumi state untaint URN`; `pulumi stack --show-urns` lists the URNs",
        ),
        Dialect::Terraform => ("terraform apply", "if it works, remove the mark with `terraform untaint ADDRESS`"),
    };
    let what = format!("{} is marked as tainted, so the next `{next}`", named(resource));
    let is = |standing| resource.standings.contains(&standing);
    let (message, help) = if is(Standing::Protected) || is_protected_cluster(resource) {
        (format!("{what} tries to replace it and fails, because it is protected"), untaint.to_string())
    } else if is(Standing::Retained) {
        (
            format!("{what} creates another one; the old one continues to exist outside of the program"),
            untaint.to_string(),
        )
    } else if is_cluster(resource) {
        let help = format!("{untaint}; otherwise back it up before the next `{next}`");
        (format!("{what} replaces it and deletes its data"), help)
    } else {
        (format!("{what} replaces it"), untaint.to_string())
    };
    cx.report(Finding::on(resource, "", message).help(help));
}
