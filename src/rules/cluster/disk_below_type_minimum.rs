//! `diskSize` must be at least the minimum for the disk type.
//!
//! ## Why
//! The provider checks one range for all clouds. A disk size that only AWS supports is rejected by the service on the
//! other clouds, when the cluster is created.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": {
//!     "instanceType": "F1", "diskType": "ssd", "diskSize": 8, "diskIops": null, "diskThroughput": null
//! } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": {
//!     "instanceType": "F1", "diskType": "ssd", "diskSize": 10, "diskIops": null, "diskThroughput": null
//! } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::faults::cluster::BelowMinimum;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::DOCS_PRIVATE_ACCESS_GCP, source::DOCS_PRIVATE_ACCESS_AZURE])
    .on(&[FaultCheck::ClusterSizeMinimum(check)]);

fn check<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &BelowMinimum<'a>) {
    let BelowMinimum(size, disk) = fault;
    let (shown, id) = (quoted_number(*size), quoted(disk.id.as_str()));
    let message = format!("`diskSize` is {shown} GB, below the minimum for a disk of type {id}");
    let finding = Finding::at(db.resource, cluster::DISK_SIZE, message);
    let help = |listed: &str| format!("set `diskSize` to {listed} or more");
    cx.report(finding.suggest(cluster::DISK_SIZE, [disk.size_gb.min], help));
}
