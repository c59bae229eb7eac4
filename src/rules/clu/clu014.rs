//! ## What it checks
//! That `diskIops` is within the range that the provider takes for the disk type.
//! ## Why
//! The provider refuses other values at preview. AWS itself has allowed more IOPS for a `gp3` disk since late 2025;
//! the provider has not followed.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskType": "gp3", "diskIops": 2000 } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskType": "gp3", "diskIops": 3000 } }
//! ```

use super::shared;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "CLU014",
    name: "disk-iops-out-of-range",
    title: "The provisioned IOPS are within the range of the disk type",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Preview,
    source: &["EventStore/terraform-provider-eventstorecloud:esc/resource_managed_cluster.go"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::ManagedCluster], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    shared::keep_in_range(cx, resource, &shared::IOPS);
}
