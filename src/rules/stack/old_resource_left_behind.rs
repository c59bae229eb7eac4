//! A replacement must not leave the old resource behind.
//!
//! ## Why
//! A replacement that creates the new one first may fail to delete the old one. It lives on, and a cluster keeps its data
//! and is billed. The next `pulumi up` deletes it, although its preview does not show that.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "name": "orders", "state": ["leftBehind"] }
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
    if !resource.standings.contains(&Standing::LeftBehind) {
        return;
    }
    let what = format!("a replacement of {} has left the old one behind", named(resource));
    let deletes = "the next `pulumi up` deletes it, but its preview does not show that";
    let (message, help) = match is_cluster(resource) {
        true => (
            format!("{what}, alive and with its data; {deletes}"),
            "back up the old cluster before the next `pulumi up`: its data was not carried over",
        ),
        false => (format!("{what}; {deletes}"), "make sure that nothing uses the old one before the next `pulumi up`"),
    };
    cx.report(Finding::on(resource, "", message).help(help));
}
