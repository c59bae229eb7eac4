//! `diskIops` and `diskThroughput` must be omitted or zero for a disk type without configurable performance.
//!
//! ## Why
//! Only `gp3` has configurable IOPS and throughput. With any other disk type, the provider rejects both settings at
//! preview.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskType": "ssd", "diskIops": 3000, "diskThroughput": 125 } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskType": "ssd", "diskIops": null, "diskThroughput": null } }
//! ```

use crate::rules::faults::cluster::NotConfigurable;
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[source::PROVIDER_MANAGED_CLUSTER])
    .on(&[FaultCheck::ClusterIopsSupport(check_iops), FaultCheck::ClusterThroughputSupport(check_throughput)]);

fn check_iops<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &NotConfigurable<'a>) {
    shared::reject(cx, db, DiskSetting::Iops, fault);
}

fn check_throughput<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &NotConfigurable<'a>) {
    shared::reject(cx, db, DiskSetting::Throughput, fault);
}
