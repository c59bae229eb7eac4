//! `diskIops` must be set for a disk type with provisioned IOPS.
//!
//! ## Why
//! The provider has no default for it and fails at preview. One of the provider's published examples omits it too.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskType": "gp3", "diskIops": null } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskType": "gp3", "diskIops": 3000 } }
//! ```

use crate::rules::faults::cluster::MissingSetting;
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[source::PROVIDER_MANAGED_CLUSTER])
    .on(&[FaultCheck::ClusterIopsGiven(check)]);

fn check<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &MissingSetting<'a>) {
    shared::require(cx, db, DiskSetting::Iops, fault);
}
