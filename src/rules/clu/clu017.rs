//! ## What it checks
//! That `diskIops`, where it is above the smallest value, is not more than the disk type allows for each GiB of
//! `diskSize`.
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

use super::shared;
use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "CLU017",
    name: "disk-too-small-for-its-iops",
    title: "The disk is large enough for its IOPS",
    severity: Severity::Error,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &["general cloud knowledge (AWS gp3)"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::ManagedCluster], check),
};

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
