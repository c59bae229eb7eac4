//! `diskType` must be a disk type that the service still supports.
//!
//! ## Why
//! `gp2` is rejected by the service. The legacy package accepts it, so the deployment fails when the cluster is
//! created; `kurrentcloud` 0.3.0 rejects it at preview.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskType": "gp2", "diskIops": null, "diskThroughput": null } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskType": "gp3", "diskIops": 3000, "diskThroughput": 125 } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::faults::cluster::Retired;
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .for_new_or_changed()
    .source(&[source::KURRENT_PROVIDER_CHANGELOG, source::KURRENT_PACKAGE_CHANGELOG, source::PROVIDER_PROVIDER])
    .on(&[FaultCheck::ClusterRetiredDisk(check)]);

fn check<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &Retired<'a>) {
    let Retired(old, new) = fault;
    let message = format!("disk type {} is no longer supported", quoted(old.written));
    let finding = Finding::at(db.resource, cluster::DISK_TYPE, message);
    let finding = shared::change_disk_type(cx, finding, db, new, "");
    cx.report(finding);
}
