//! ## What it checks
//! That `diskThroughput` is given for a disk type that has provisioned throughput, which is `gp3`.
//! ## Why
//! The provider has no default for it and stops at preview. An example that its authors published lacks it too.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskType": "gp3", "diskThroughput": null } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskType": "gp3", "diskThroughput": 125 } }
//! ```

use super::shared;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "CLU013",
    name: "missing-disk-throughput",
    title: "A disk type with provisioned throughput has diskThroughput",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Preview,
    source: &["EventStore/terraform-provider-eventstorecloud:esc/resource_managed_cluster.go"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::ManagedCluster], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    shared::require(cx, resource, &shared::THROUGHPUT);
}
