//! `diskThroughput` must be within the range that the provider accepts for the disk type.
//!
//! ## Why
//! Any other value is rejected by the provider at preview. AWS itself has supported a higher throughput for a `gp3`
//! disk since late 2025, but the provider does not accept it yet.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskType": "gp3", "diskThroughput": 1200, "diskIops": 16000 } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskType": "gp3", "diskThroughput": 1000, "diskIops": 16000 } }
//! ```

use crate::rules::faults::cluster::SettingOutOfRange;
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[source::PROVIDER_MANAGED_CLUSTER])
    .on(&[FaultCheck::ClusterThroughputRange(check)]);

fn check<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &SettingOutOfRange<'a>) {
    shared::keep_in_range(cx, db, DiskSetting::Throughput, fault);
}
