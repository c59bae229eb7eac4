//! The name of a disk type with IOPS is all in lower case or all in capitals.
//!
//! ## Why
//! The list of disk types is compared without regard to case. The check that disks of this type have IOPS and
//! throughput, and others have none, knows only `gp3` and `GP3`: with any other spelling it takes the disk for another
//! one and refuses both settings.
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

pub(super) const RULE: Rule = Rule::warning()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Preview)
    .source(&[source::PROVIDER_MANAGED_CLUSTER])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(written) = cx.text(resource, cluster::DISK_TYPE).known() else { return };
    let Some(disk) = cx.catalogue().disk_type(written) else { return };
    let exact = disk.id.as_str();
    let is_compared = disk.iops.is_some() || disk.throughput.is_some();
    if is_compared && written != exact && written != exact.to_uppercase() {
        let message = format!("{} is not recognised as {} by the check of its IOPS", quoted(written), quoted(exact));
        let finding = Finding::at(resource, cluster::DISK_TYPE, message).help(format!("write {}", quoted(exact)));
        cx.report(finding.set(cluster::DISK_TYPE, exact));
    }
}
