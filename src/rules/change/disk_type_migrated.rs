//! A disk type that is no longer supported must be changed before the package is upgraded.
//!
//! ## Why
//! Newer packages no longer accept the old type, so they cannot deploy a cluster that still has it. The type is changed
//! while the cluster runs, and that counts towards the few disk changes that AWS accepts.
//! ## Example
//! ```json
//! {
//!   "before": { "kind": "ManagedCluster", "args": { "diskType": "gp2", "diskIops": null, "diskThroughput": null } },
//!   "after": { "kind": "ManagedCluster", "args": { "diskType": "gp3", "diskIops": 3000, "diskThroughput": 125 } }
//! }
//! ```
//! ## Use instead
//! ```json
//! {
//!   "before": null,
//!   "after": { "kind": "ManagedCluster", "args": { "diskType": "gp3", "diskIops": 3000, "diskThroughput": 125 } }
//! }
//! ```

use crate::model::change::{Effect, Step};
use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::advice(DetectedAt::Undetected)
    .on_by_default()
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_CHANGELOG, source::KURRENT_PROVIDER_CHANGELOG])
    .each_change(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    let Some(change) = cx.change(step, cluster::DISK_TYPE) else { return };
    let catalogue = cx.catalogue();
    let mut disk_type = |side: Option<&'a Resource>| {
        let written = cx.text(side?, cluster::DISK_TYPE).known()?;
        catalogue.disk_type(written.trim())
    };
    let Some(old) = disk_type(step.before) else { return };
    let Some(new) = disk_type(step.after) else { return };
    if change.effect != Effect::Disk || old.replaced_by.as_ref() != Some(&new.id) {
        return;
    }
    let message = format!(
        "a change of `diskType` from `{}` to `{}` is made while the cluster runs, and counts as a change of the disk",
        old.id, new.id
    );
    let help = format!(
        "deploy the change before you upgrade the package, because newer packages no longer accept `{}`; \
         set `diskIops` and `diskThroughput` with it",
        old.id
    );
    cx.report(Finding::of_change(step, change, message).help(help));
}
