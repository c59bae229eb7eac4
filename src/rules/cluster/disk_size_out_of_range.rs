//! `diskSize`, the size of each node's disk in GB, must be within the range that the provider accepts.
//!
//! ## Why
//! Any other size is rejected by the provider at preview.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskSize": 8192 } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskSize": 4096 } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[source::PROVIDER_MANAGED_CLUSTER])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(range) = cx.facts(resource, cluster::DISK_SIZE).and_then(|facts| facts.range) else { return };
    let Some(size) = cx.number(resource, cluster::DISK_SIZE).known() else { return };
    let Some(bound) = shared::broken_bound(size, range, "GB") else { return };
    let message = format!("`diskSize` must be {bound}, not {}", quoted(&size.to_string()));
    let (min, max) = (grouped(range.min.into()), grouped(range.max.into()));
    let help = format!("set `diskSize`, the size of each node's disk in GB, to an integer from {min} to {max}");
    cx.report(Finding::at(resource, cluster::DISK_SIZE, message).help(help));
}
