//! Long operations on a cluster must be deployed separately.
//!
//! ## Why
//! The provider resizes a cluster, upgrades it and changes its disks one after the other. All of these share the
//! timeout of one update, because the provider sets no timeouts of its own; if they take longer, the deployment fails.
//! ## Example
//! ```json
//! {
//!   "before": {
//!     "kind": "ManagedCluster",
//!     "args": { "instanceType": "M8", "diskType": "ssd", "diskSize": 200, "diskIops": null, "diskThroughput": null }
//!   },
//!   "after": {
//!     "kind": "ManagedCluster",
//!     "args": { "instanceType": "M16", "diskType": "ssd", "diskSize": 300, "diskIops": null, "diskThroughput": null }
//!   }
//! }
//! ```
//! ## Use instead
//! ```json
//! {
//!   "before": {
//!     "kind": "ManagedCluster",
//!     "args": { "instanceType": "M8", "diskType": "ssd", "diskSize": 200, "diskIops": null, "diskThroughput": null }
//!   },
//!   "after": {
//!     "kind": "ManagedCluster",
//!     "args": { "instanceType": "M16", "diskType": "ssd", "diskSize": 200, "diskIops": null, "diskThroughput": null }
//!   }
//! }
//! ```

use crate::catalogue::rows::LimitId;
use crate::model::change::{Effect, Step};
use crate::model::target::Engine;
use crate::rules::prelude::*;
use crate::rules::shared::change::names;

pub const RULE: Rule = Rule::warning(DetectedAt::Apply)
    .confidence(Confidence::Medium)
    .source(&[source::PLUGIN_SDK_SCHEMA_RESOURCE_DATA, source::PROVIDER_MANAGED_CLUSTER, source::BRIDGE_PROVIDER])
    .each_change(&[KindId::ManagedCluster], check);

/// The operations that take long, in their order.
const OPERATIONS: [&[Effect]; 3] = [&[Effect::Resize], &[Effect::Upgrade, Effect::Downgrade], &[Effect::Disk]];

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    let operations = OPERATIONS.map(|effects| cx.first_change(step, effects));
    let changes: Vec<_> = operations.into_iter().flatten().collect();
    let Some(first) = changes.first().filter(|_| changes.len() > 1) else { return };
    let limit = cx.catalogue().limit(LimitId::MinutesPerOperation);
    let Some(minutes) = limit.and_then(|limit| limit.value) else { return };
    let message = format!(
        "the changes of {} are made one after the other and must be complete within {minutes} minutes in total",
        names(&changes)
    );
    let help = match cx.settings().target.engine {
        Engine::Pulumi => "deploy them separately, or set the resource option `customTimeouts`",
        Engine::Terraform => "apply them separately",
    };
    cx.report(Finding::of_change(step, first, message).help(help));
}
