//! The disk is large enough for its IOPS.
//!
//! ## Why
//! AWS allows 500 provisioned IOPS for each GiB of a `gp3` disk. The provider checks both values, but not one against
//! the other, so the deployment fails when the cluster is made.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "instanceType": "F1", "diskSize": 8, "diskIops": 16000 } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "instanceType": "F1", "diskSize": 32, "diskIops": 16000 } }
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
    if !cx.is_given(resource, cluster::DISK_IOPS) {
        return;
    }
    let Some(disk) = shared::disk_type(cx, resource) else { return };
    let (Some(range), Some(per_gib)) = (disk.iops, disk.max_iops_per_gib.map(f64::from)) else { return };
    let Some(iops) = shared::setting(cx, resource, disk, &shared::IOPS) else { return };
    if iops <= f64::from(range.min) {
        return;
    }
    let Some(size) = shared::disk_size(cx, resource) else { return };
    let most = (size * per_gib).floor().max(f64::from(range.min));
    if iops <= most || shared::is_of_another_cloud(cx, resource, disk) {
        return;
    }
    let message = format!(
        "a disk of {} GB can have at most {most} IOPS, not {}",
        quoted(&size.to_string()),
        quoted(&iops.to_string())
    );
    let help =
        format!("raise `diskSize` to {} or more, or lower `diskIops` to {most} or less", (iops / per_gib).ceil());
    cx.report(Finding::at(resource, cluster::DISK_IOPS, message).help(help));
}
