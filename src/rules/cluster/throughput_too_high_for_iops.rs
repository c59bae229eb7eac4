//! `diskIops` must be at least what the disk type requires for each MB/s of `diskThroughput`.
//!
//! ## Why
//! AWS requires four provisioned IOPS for each MiB/s of a `gp3` disk, so a throughput above 750 MB/s needs more than
//! the minimum IOPS. The provider checks each value on its own, but not one against the other, so the deployment fails
//! when the cluster is created.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskIops": 3000, "diskThroughput": 1000 } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskIops": 4000, "diskThroughput": 1000 } }
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
    if !cx.is_given(resource, cluster::DISK_THROUGHPUT) {
        return;
    }
    let ratio = |disk: &DiskType| disk.min_iops_per_mbps;
    let Some((_, per_mbps, iops)) = shared::iops_with_ratio(cx, db, ratio) else { return };
    let Some(throughput) = db.throughput_range(cx).value else { return };
    let needed = (throughput * per_mbps).ceil();
    if iops >= needed || cx.is_reported(resource, About::ClusterThroughputRange) {
        return;
    }
    let (needed, max) = (shared::integer(needed), shared::integer((iops / per_mbps).floor()));
    let message = format!(
        "a `diskThroughput` of {} MB/s needs at least {} IOPS, but `diskIops` is {}",
        quoted_number(throughput),
        grouped(needed.into()),
        quoted_number(iops)
    );
    let help = |listed: &str| format!("set `diskIops` to {listed} or more, or `diskThroughput` to `{max}` or less");
    let finding = Finding::at(resource, cluster::DISK_THROUGHPUT, message).suggest(cluster::DISK_IOPS, [needed], help);
    cx.report(finding.suggest_also(cluster::DISK_THROUGHPUT, max));
}
