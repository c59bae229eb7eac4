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
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::DOCS_PRIVATE_ACCESS_GCP, source::DOCS_PRIVATE_ACCESS_AZURE])
    .each_resource(&[KindId::ManagedCluster], check);

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
    let message = format!("`diskSize` is {shown} GB, below the minimum for a disk of type {id}");
    let finding = Finding::at(resource, cluster::DISK_SIZE, message);
    let help = |listed: &str| format!("set `diskSize` to {listed} or more");
    cx.report(finding.suggest(cluster::DISK_SIZE, [disk.size_gb.min], help));
}
