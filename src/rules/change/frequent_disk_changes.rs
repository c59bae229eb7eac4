//! Two changes of a disk on AWS must be several hours apart.
//!
//! ## Why
//! AWS limits how often a disk can be changed. The documentation of the service asks you to wait six hours between two
//! changes; AWS itself accepts four changes in 24 hours, each after the one before is complete. A program does not say
//! when a disk was last changed, so every change is reported.
//! ## Example
//! ```json
//! {
//!   "before": { "kind": "ManagedCluster", "args": { "diskSize": 200 } },
//!   "after": { "kind": "ManagedCluster", "args": { "diskSize": 300 } }
//! }
//! ```
//! ## Use instead
//! ```json
//! {
//!   "before": null,
//!   "after": { "kind": "ManagedCluster", "args": { "diskSize": 300 } }
//! }
//! ```

use crate::catalogue::rows::LimitId;
use crate::model::change::{Effect, Step};
use crate::rules::prelude::*;
use crate::rules::shared::change::disk_cloud;

pub const RULE: Rule = Rule::warning(DetectedAt::Service)
    .source(&[source::DOCS_OPS, source::CLOUD_KNOWLEDGE_AWS_MODIFYVOLUME])
    .each_change(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    let Some(change) = cx.first_change(step, &[Effect::Disk]) else { return };
    if disk_cloud(cx, step) != Some(Cloud::Aws) {
        return;
    }
    let limit = cx.catalogue().limit(LimitId::HoursBetweenDiskChanges);
    let Some(hours) = limit.and_then(|limit| limit.value) else { return };
    let message = format!(
        "`{}` changes a disk on AWS, where the documentation asks you to wait {hours} hours before the next change",
        change.property.name
    );
    let help = "change `diskSize`, `diskType`, `diskIops` and `diskThroughput` in one deployment";
    cx.report(Finding::of_change(step, change, message).help(help));
}
