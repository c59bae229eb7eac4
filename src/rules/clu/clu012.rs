//! ## What it checks
//! That `diskIops` is given for a disk type that has provisioned IOPS, which is `gp3`.
//! ## Why
//! The provider has no default for it and stops at preview. An example that its authors published lacks it too.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskType": "gp3", "diskIops": null } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskType": "gp3", "diskIops": 3000 } }
//! ```

use super::shared;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "CLU012",
    name: "missing-disk-iops",
    title: "A disk type with provisioned IOPS has diskIops",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Preview,
    source: &["EventStore/terraform-provider-eventstorecloud:esc/resource_managed_cluster.go"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::ManagedCluster], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    shared::require(cx, resource, &shared::IOPS);
}
