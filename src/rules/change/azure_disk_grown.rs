//! A disk on Azure must keep its size.
//!
//! ## Why
//! One page of the documentation says that disks on Azure cannot grow. An issue says that they have been able to grow
//! since October 2023, and other pages promise that it works without downtime.
//! ## Example
//! ```json
//! {
//!   "before": {
//!     "kind": "ManagedCluster",
//!     "args": { "diskType": "premium-ssd-lrs", "diskSize": 256, "diskIops": null, "diskThroughput": null }
//!   },
//!   "after": {
//!     "kind": "ManagedCluster",
//!     "args": { "diskType": "premium-ssd-lrs", "diskSize": 512, "diskIops": null, "diskThroughput": null }
//!   }
//! }
//! ```
//! ## Use instead
//! ```json
//! {
//!   "before": null,
//!   "after": {
//!     "kind": "ManagedCluster",
//!     "args": { "diskType": "premium-ssd-lrs", "diskSize": 512, "diskIops": null, "diskThroughput": null }
//!   }
//! }
//! ```

use crate::model::change::{Effect, Step};
use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::rules::shared::change::disk_cloud;

pub const RULE: Rule = Rule::advice(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_AUTOMATION_TERRAFORM, source::DOCS_ISSUE_643, source::DOCS_FAQ])
    .each_change(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    let Some(change) = cx.change(step, cluster::DISK_SIZE) else { return };
    if change.effect != Effect::Disk || disk_cloud(cx, step) != Some(Cloud::Azure) {
        return;
    }
    let message =
        "a change of `diskSize` grows a disk on Azure, which one page of the documentation says is not possible";
    let help = "expect it to work, as most sources say, but deploy it at a time when it may take longer";
    cx.report(Finding::of_change(step, change, message).help(help));
}
