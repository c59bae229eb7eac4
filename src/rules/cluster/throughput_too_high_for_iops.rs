//! The IOPS are enough for the throughput.
//!
//! ## Why
//! AWS needs four provisioned IOPS for each MiB/s of a `gp3` disk, so more than 750 MB/s takes more than the smallest
//! number of IOPS. The provider checks both values, but not one against the other, so the deployment fails when the
//! cluster is made.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskIops": 3000, "diskThroughput": 1000 } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskIops": 4000, "diskThroughput": 1000 } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub(super) const RULE: Rule = Rule::error()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Service)
    .source(&[source::CLOUD_KNOWLEDGE_AWS_GP3])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if !cx.is_given(resource, cluster::DISK_IOPS) || !cx.is_given(resource, cluster::DISK_THROUGHPUT) {
        return;
    }
    let Some(disk) = shared::disk_type(cx, resource) else { return };
    let Some(per_mbps) = disk.min_iops_per_mbps.map(f64::from) else { return };
    let Some(iops) = shared::setting(cx, resource, disk, &shared::IOPS) else { return };
    let Some(throughput) = shared::setting(cx, resource, disk, &shared::THROUGHPUT) else { return };
    let needed = (throughput * per_mbps).ceil();
    if iops >= needed || shared::is_of_another_cloud(cx, resource, disk) {
        return;
    }
    let message = format!(
        "a throughput of {} MB/s needs at least {needed} IOPS, and the disk has {}",
        quoted(&throughput.to_string()),
        quoted(&iops.to_string())
    );
    let most = (iops / per_mbps).floor();
    let help = format!("raise `diskIops` to {needed} or more, or lower `diskThroughput` to {most} or less");
    cx.report(Finding::at(resource, cluster::DISK_THROUGHPUT, message).help(help));
}
