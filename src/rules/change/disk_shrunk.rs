//! A change must not shrink a disk.
//!
//! ## Why
//! The provider rejects a smaller `diskSize` during the deployment. A backup does not help: the cluster that it is
//! restored into needs a disk of the same size or a larger one.
//! ## Example
//! ```json
//! {
//!   "before": { "kind": "ManagedCluster", "args": { "diskSize": 1000 } },
//!   "after": { "kind": "ManagedCluster", "args": { "diskSize": 500 } }
//! }
//! ```
//! ## Use instead
//! ```json
//! {
//!   "before": { "kind": "ManagedCluster", "args": { "diskSize": 1000 } },
//!   "after": { "kind": "ManagedCluster", "args": { "diskSize": 1000 } }
//! }
//! ```

use crate::model::change::{Effect, Step};
use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Apply)
    .source(&[source::PROVIDER_MANAGED_CLUSTER, source::DOCS_OPS_BACKUPS])
    .each_change(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    let Some(change) = cx.change(step, cluster::DISK_SIZE) else { return };
    let size = |cx: &mut Context<'a>, side: Option<&'a Resource>| cx.number(side?, cluster::DISK_SIZE).known();
    let (Some(from), Some(to)) = (size(cx, step.before), size(cx, step.after)) else { return };
    if change.effect != Effect::Refused {
        return;
    }
    let message = format!("reducing `diskSize` from {} to {} GB is rejected by the provider", from.trunc(), to.trunc());
    let kept: Option<u32> = from.trunc().to_string().parse().ok();
    let finding = Finding::of_change(step, change, message);
    cx.report(finding.suggest(cluster::DISK_SIZE, kept, |kept| {
        format!("use {kept} or more; to get a smaller disk, copy the data into a new cluster")
    }));
}
