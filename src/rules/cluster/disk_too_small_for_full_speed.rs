//! `diskSize` should be at least the size at which a disk of its type is fast enough for most work.
//!
//! ## Why
//! The speed of an Azure disk depends on its size alone. A small disk is slow, and nothing else reports it.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": {
//!     "instanceType": "F1", "diskType": "premium-ssd-lrs", "diskSize": 64, "diskIops": null, "diskThroughput": null
//! } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": {
//!     "instanceType": "F1", "diskType": "premium-ssd-lrs", "diskSize": 256, "diskIops": null, "diskThroughput": null
//! } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::faults::cluster::Slow;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .source(&[source::DOCS_PRIVATE_ACCESS_AZURE, source::CLOUD_KNOWLEDGE])
    .on(&[FaultCheck::ClusterSizeSpeed(check)]);

fn check<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &Slow<'a>) {
    let Slow(size, disk, min) = fault;
    let (shown, id) = (quoted_number(*size), quoted(disk.id.as_str()));
    let message = format!("a disk of type {id} with {shown} GB is slow, because its IOPS depend on its size");
    let finding = Finding::at(db.resource, cluster::DISK_SIZE, message);
    let help = |listed: &str| format!("set `diskSize` to {listed} or more, even if the data needs less");
    cx.report(finding.suggest(cluster::DISK_SIZE, [*min], help));
}
