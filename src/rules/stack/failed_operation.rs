//! The last operation on a resource must have succeeded.
//!
//! ## Why
//! After a failed operation the state of Pulumi holds the values that were wanted. The next `pulumi up` succeeds without
//! doing anything, also where a cluster has ended as `defunct` or a disk has kept its size; only the run after it tries
//! again.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "name": "orders", "state": ["failed"] }
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
    let is = |standing| resource.standings.contains(&standing);
    // What is to be replaced is not taken for done.
    if !is(Standing::Failed) || is(Standing::Tainted) || is(Standing::PendingReplacement) {
        return;
    }
    let consequence = if is_cluster(resource) {
        "even if the cluster is defunct or its disk has kept its size"
    } else {
        "whatever has become of it"
    };
    let message = format!(
        "the last operation on {} failed; the next `pulumi up` succeeds without doing anything, {consequence}",
        named(resource)
    );
    let help = "look at it in the console, and run `pulumi refresh` before the next `pulumi up`";
    cx.report(Finding::on(resource, "", message).help(help));
}
