//! A cluster on Azure should not rely on a burstable instance type, which may be out of capacity.
//!
//! ## Why
//! Azure allocates machine types by subscription, region and zone, and may have none of this type left. The cluster
//! then cannot be created: it ends up as `Defunct` and must be deleted.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": {
//!     "instanceType": "F1", "diskType": "premium-ssd-lrs", "diskSize": 256, "diskIops": null, "diskThroughput": null
//! } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": {
//!     "instanceType": "C4", "diskType": "premium-ssd-lrs", "diskSize": 256, "diskIops": null, "diskThroughput": null
//! } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::advice(DetectedAt::Service)
    .for_new_or_changed()
    .source(&[source::DOCS_FAQ])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(db) = ManagedCluster::of(cx, resource) else { return };
    let Some(row) = db.instance_type(cx).value.filter(|row| row.burstable) else { return };
    if db.disk(cx).is_none_or(|disk| disk.cloud != Cloud::Azure) {
        return;
    }
    // The network says for certain which cloud it is.
    let cloud = db.own_network(cx).and_then(|net| net.cloud(cx).value);
    if cloud.is_some_and(|cloud| cloud.id != Cloud::Azure) {
        return;
    }
    let message = format!(
        "instance type {} may be out of capacity on Azure, in which case the cluster cannot be created",
        quoted(row.id.as_str())
    );
    let help = "choose another instance type or region as a fallback; if the cluster ends up as `Defunct`, delete it \
                and create it again";
    cx.report(Finding::at(resource, cluster::INSTANCE_TYPE, message).help(help));
}
