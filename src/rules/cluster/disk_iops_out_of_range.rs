//! `diskIops` must be within the range that the provider accepts for the disk type.
//!
//! ## Why
//! Any other value is rejected by the provider at preview. AWS itself has supported more IOPS for a `gp3` disk since
//! late 2025, but the provider does not accept them yet.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskType": "gp3", "diskIops": 2000 } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskType": "gp3", "diskIops": 3000 } }
//! ```

use crate::rules::faults::cluster::SettingOutOfRange;
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[source::PROVIDER_MANAGED_CLUSTER])
    .on(&[FaultCheck::ClusterIopsRange(check)]);

fn check<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &SettingOutOfRange<'a>) {
    shared::keep_in_range(cx, db, DiskSetting::Iops, fault);
}
