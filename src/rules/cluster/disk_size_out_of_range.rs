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
use crate::rules::faults::cluster::SizeOutOfRange;
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[source::PROVIDER_MANAGED_CLUSTER])
    .on(&[FaultCheck::ClusterSizeRange(check)]);

fn check<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &SizeOutOfRange) {
    let SizeOutOfRange(size, range) = *fault;
    let bound = shared::broken_bound(size, range, "GB");
    let message =
        format!("`diskSize` must be {bound}, not {}", quoted_number(db.resource.as_written(cluster::DISK_SIZE, size)));
    let (min, max) = (grouped(range.min.into()), grouped(range.max.into()));
    let help = format!("set `diskSize`, the size of each node's disk in GB, to an integer from {min} to {max}");
    cx.report(Finding::at(db.resource, cluster::DISK_SIZE, message).help(help));
}
