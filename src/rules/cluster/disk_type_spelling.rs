//! A `diskType` with configurable IOPS should be written entirely in lower case or entirely in upper case.
//!
//! ## Why
//! The provider ignores case when it looks for the disk type in its list. But its check that disks of this type have
//! IOPS and throughput, and others have none, recognises only `gp3` and `GP3`: it treats any other spelling as another
//! disk type, and rejects both settings at preview.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskType": "Gp3" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskType": "gp3" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Preview)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_MANAGED_CLUSTER])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(written) = cx.text(resource, cluster::DISK_TYPE).known() else { return };
    let Some(disk) = cx.catalogue().disk_type(written) else { return };
    let exact = disk.id.as_str();
    let is_compared = disk.iops.is_some() || disk.throughput.is_some();
    if is_compared && written != exact && written != exact.to_uppercase() {
        let message = format!(
            "disk type {} is not recognised as {} by the provider's check of `diskIops` and `diskThroughput`",
            quoted(written),
            quoted(exact)
        );
        let finding = Finding::at(resource, cluster::DISK_TYPE, message).set(cluster::DISK_TYPE, exact);
        cx.report(finding.suggest(cluster::DISK_TYPE, [exact], |listed| format!("use {listed}")));
    }
}
