//! The disk is not below the smallest size of its disk type.
//!
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

use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Service)
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
    let message = format!("a disk of type {id} cannot be as small as {shown} GB");
    let help = format!("set `diskSize` to {} or more", disk.size_gb.min);
    cx.report(Finding::at(resource, cluster::DISK_SIZE, message).help(help));
}
