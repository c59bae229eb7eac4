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
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .source(&[source::DOCS_PRIVATE_ACCESS_AZURE, source::CLOUD_KNOWLEDGE])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(size) = shared::disk_size(cx, resource) else { return };
    if !cx.catalogue().disk_types().filter_map(|row| row.advised_size_gb).any(|min| size < f64::from(min)) {
        return;
    }
    let Some(disk) = shared::disk_type(cx, resource) else { return };
    let Some(min) = disk.advised_size_gb.filter(|min| size < f64::from(*min)) else { return };
    // Another rule reports a size below the minimum of the disk type.
    if size < f64::from(disk.size_gb.min) || shared::is_of_another_cloud(cx, resource, disk) {
        return;
    }
    let (shown, id) = (quoted(&size.to_string()), quoted(disk.id.as_str()));
    let message = format!("a disk of type {id} with {shown} GB is slow, because its IOPS depend on its size");
    let finding = Finding::at(resource, cluster::DISK_SIZE, message);
    let help = |listed: &str| format!("set `diskSize` to {listed} or more, even if the data needs less");
    cx.report(finding.suggest(cluster::DISK_SIZE, [min], help));
}
