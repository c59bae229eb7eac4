//! A resource must not be marked as tainted.
//!
//! ## Why
//! What `pulumi state taint` has marked is replaced by the next `pulumi up`, whatever its values are. The data of a cluster
//! is deleted with it, unless the options `protect` or `retainOnDelete` keep the old one.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "name": "orders", "state": ["tainted"] }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "name": "orders" }
//! ```

use crate::model::standing::Standing;
use crate::rules::prelude::*;
use crate::rules::shared::stack::{is_cluster, named};

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected).source(&[source::MEASURED_PULUMI]).any_resource(check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if !resource.standings.contains(&Standing::Tainted) {
        return;
    }
    let what = format!("{} is marked as tainted, so the next `pulumi up` replaces it", named(resource));
    let untaint =
        "if it works, remove the mark with `pulumi state untaint URN`; `pulumi stack --show-urns` lists the URNs";
    let (message, help) = match is_cluster(resource) {
        true => (
            format!("{what} and deletes its data"),
            format!("{untaint}; otherwise back it up before the next `pulumi up`"),
        ),
        false => (what, untaint.to_string()),
    };
    cx.report(Finding::on(resource, "", message).help(help));
}
