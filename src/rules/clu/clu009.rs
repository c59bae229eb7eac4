//! ## What it checks
//! That `diskSize`, the disk of each node in GB, is neither below nor above what any disk type takes.
//! ## Why
//! The provider refuses other sizes at preview.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskSize": 8192 } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskSize": 4096 } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::model::{Fit, fit};
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "CLU009",
    name: "disk-size-out-of-range",
    title: "The disk size is within the range of the provider",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Preview,
    source: &["EventStore/terraform-provider-eventstorecloud:esc/resource_managed_cluster.go"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::ManagedCluster], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(range) = cx.catalogue().disk_size_gb() else { return };
    let Some(size) = cx.number(resource, cluster::DISK_SIZE).known() else { return };
    let side = match fit(size, range) {
        Fit::Below => "below",
        Fit::Above => "above",
        Fit::Inside | Fit::Fraction => return,
    };
    let message = format!("a disk of {} GB is {side} what the provider takes", quoted(&size.to_string()));
    let help = format!("set `diskSize` to a whole number from {} to {}: the GB of each node", range.min, range.max);
    cx.report(Finding::at(resource, cluster::DISK_SIZE, message).help(help));
}
