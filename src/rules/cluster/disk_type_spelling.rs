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
use crate::rules::faults::cluster::{Disk, DiskTypeFault};
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub const RULE: Rule = Rule::warning(DetectedAt::Preview)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_MANAGED_CLUSTER])
    .on(&[FaultCheck::ClusterDiskType(check)]);

fn check<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &DiskTypeFault<'a>) {
    let DiskTypeFault::Case(Disk { written, row }) = fault else { return };
    let exact = row.id.as_str();
    let message = format!(
        "disk type {} is not recognised as {} by the provider's check of `diskIops` and `diskThroughput`",
        quoted(written),
        quoted(exact)
    );
    let finding = Finding::at(db.resource, cluster::DISK_TYPE, message);
    // A setting that is not known is nothing that the provider takes for the type that is meant.
    let is_open = |setting: &DiskSetting| cx.is_given(db.resource, setting.id()) && db.setting(cx, *setting).is_none();
    let finding = match DiskSetting::ALL.iter().any(is_open) {
        true => shared::change_disk_type(cx, finding, db, row, ""),
        false => finding.use_value(cluster::DISK_TYPE, exact),
    };
    cx.report(finding);
}
