//! ## What it checks
//! That `diskSize` is at least the smallest size of the disk type, which is larger on Google Cloud and Azure than on
//! AWS.
//! ## Why
//! The provider checks one range for all clouds. A disk that only AWS takes fails on the others when the cluster is
//! made.
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

use super::shared;
use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "CLU010",
    name: "disk-smaller-than-its-type",
    title: "The disk is not below the smallest size of its disk type",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &[
        "kurrent-io/documentation:docs/cloud/getting-started/private-access/gcp.md",
        "kurrent-io/documentation:docs/cloud/getting-started/private-access/azure.md",
    ],
    since: "0.1.0",
    check: Check::Resource(&[KindId::ManagedCluster], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let catalogue = cx.catalogue();
    let Some(size) = shared::disk_size(cx, resource) else { return };
    if !catalogue.disk_types().any(|row| size < f64::from(row.size_gb.min)) {
        return;
    }
    let Some(disk) = shared::disk_type(cx, resource) else { return };
    if size >= f64::from(disk.size_gb.min) || shared::is_of_another_cloud(cx, resource, disk) {
        return;
    }
    let (shown, id) = (quoted(&size.to_string()), quoted(disk.id.as_str()));
    let message = format!("a disk of type {id} cannot be as small as {shown} GB");
    let help = format!("set `diskSize` to {} or more", disk.size_gb.min);
    cx.report(Finding::at(resource, cluster::DISK_SIZE, message).help(help));
}
