//! The disk is large enough to be fast.
//!
//! ## Why
//! The speed of an Azure disk depends on its size alone. A small one is slow, and nothing says so at any time.
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

pub(super) const RULE: Rule = Rule::warning()
    .source(&[source::DOCS_PRIVATE_ACCESS_AZURE, source::CLOUD_KNOWLEDGE])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(size) = shared::disk_size(cx, resource) else { return };
    if !cx.catalogue().disk_types().filter_map(|row| row.advised_size_gb).any(|least| size < f64::from(least)) {
        return;
    }
    let Some(disk) = shared::disk_type(cx, resource) else { return };
    let Some(least) = disk.advised_size_gb.filter(|least| size < f64::from(*least)) else { return };
    // Below the smallest size CLU010 speaks.
    if size < f64::from(disk.size_gb.min) || shared::is_of_another_cloud(cx, resource, disk) {
        return;
    }
    let (shown, id) = (quoted(&size.to_string()), quoted(disk.id.as_str()));
    let message = format!("a disk of type {id} with {shown} GB is slow: its IOPS depend on its size");
    let help = format!("set `diskSize` to {least} or more, even if less is needed for the data");
    cx.report(Finding::at(resource, cluster::DISK_SIZE, message).help(help));
}
