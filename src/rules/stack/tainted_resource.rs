//! A resource must not be marked as tainted.
//!
//! ## Why
//! What `pulumi state taint` has marked is replaced by the next `pulumi up`, whatever its values are. The data of a cluster
//! is deleted with it, unless the options `protect` or `retainOnDelete` keep the old one. Terraform marks what it could not
//! create completely.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "name": "orders", "state": ["tainted"] }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "name": "orders" }
//! ```

use crate::model::dialect::Dialect;
use crate::model::standing::Standing;
use crate::rules::prelude::*;
use crate::rules::shared::stack::{is_cluster, named};

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
    let what = format!("{} is marked as tainted, so the next `{next}` replaces it", named(resource));
    let (message, help) = match is_cluster(resource) {
        true => (
            format!("{what} and deletes its data"),
            format!("{untaint}; otherwise back it up before the next `{next}`"),
        ),
        false => (what, untaint.to_string()),
    };
    cx.report(Finding::on(resource, "", message).help(help));
}
