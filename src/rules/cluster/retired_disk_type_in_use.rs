//! An existing cluster should not depend on a disk type that new clusters can no longer have.
//!
//! ## Why
//! A cluster keeps its disks of type `gp2`, but the service does not create others. If the cluster has to be replaced, its
//! replacement needs another disk type, and so does every cluster that is made after its model.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "existing": true, "args": {
//!     "diskType": "gp2", "diskIops": null, "diskThroughput": null
//! } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "existing": true, "args": {
//!     "diskType": "gp3", "diskIops": 3000, "diskThroughput": 125
//! } }
//! ```

use crate::catalogue::rows::FeatureId;
use crate::model::managed_cluster as cluster;
use crate::rules::faults::cluster::Retired;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .source(&[source::KURRENT_PROVIDER_CHANGELOG, source::PROVIDER_PROVIDER])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let is_accepted_by_provider = cx.settings().target.may_have(FeatureId::Gp2Disks, cx.catalogue());
    if !resource.keeps("diskType") || !is_accepted_by_provider {
        return;
    }
    let Some(db) = ManagedCluster::of(cx, resource) else { return };
    let Some(Retired(old, new)) = db.retired_disk(cx).faults.first() else { return };
    let message = format!("disk type {} is no longer supported for new clusters", quoted(old.written));
    let (old, new) = (quoted(old.written), quoted(new.id.as_str()));
    let help =
        format!("change it to {new} when it suits you, which happens in place; newer packages do not accept {old}");
    cx.report(Finding::at(resource, cluster::DISK_TYPE, message).help(help));
}
