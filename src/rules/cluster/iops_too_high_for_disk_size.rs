//! `diskIops` above its minimum must not exceed what the disk type supports for each GiB of `diskSize`.
//!
//! ## Why
//! AWS supports at most 500 provisioned IOPS for each GiB of a `gp3` disk. The provider checks each value on its own,
//! but not one against the other, so the deployment fails when the cluster is created.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "instanceType": "F1", "diskSize": 8, "diskIops": 16000 } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "instanceType": "F1", "diskSize": 32, "diskIops": 16000 } }
//! ```

use crate::catalogue::rows::DiskType;
use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::CLOUD_KNOWLEDGE_AWS_GP3])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(db) = ManagedCluster::of(cx, resource) else { return };
    let ratio = |disk: &DiskType| disk.max_iops_per_gib;
    let Some((disk, per_gib, iops)) = shared::iops_with_ratio(cx, db, ratio) else { return };
    let Some(min) = disk.iops.map(|range| f64::from(range.min)).filter(|min| iops > *min) else { return };
    let Some(size) = db.disk_size(cx).value else { return };
    // What is sent has no fraction.
    let max = (size.trunc() * per_gib).max(min);
    if iops <= max || cx.is_reported(resource, About::ClusterSizeRange) {
        return;
    }
    let (max, needed) = (shared::integer(max), shared::integer((iops / per_gib).ceil()));
    let message = format!(
        "`diskIops` must be at most {} IOPS for a disk of {} GB, not {}",
        grouped(max.into()),
        quoted_number(size),
        quoted_number(iops)
    );
    let help = |listed: &str| format!("set `diskSize` to {listed} or more, or `diskIops` to `{max}` or less");
    let finding = Finding::at(resource, cluster::DISK_IOPS, message).suggest(cluster::DISK_SIZE, [needed], help);
    cx.report(finding.suggest_also(cluster::DISK_IOPS, max));
}
