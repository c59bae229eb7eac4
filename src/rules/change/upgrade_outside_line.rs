//! An upgrade must go to a patch of the release line in `serverVersion`.
//!
//! ## Why
//! Before it upgrades a cluster, the provider compares the two as texts: `serverVersionTag` must begin with
//! `serverVersion`. If it does not, the deployment ends there, after the name, the protection and the size of the cluster
//! have been changed.
//! ## Example
//! ```json
//! {
//!   "before": { "kind": "ManagedCluster", "args": { "serverVersion": "24.10", "serverVersionTag": "24.10.4" } },
//!   "after": { "kind": "ManagedCluster", "args": { "serverVersion": "24.10", "serverVersionTag": "25.0.1" } }
//! }
//! ```
//! ## Use instead
//! ```json
//! {
//!   "before": { "kind": "ManagedCluster", "args": { "serverVersion": "24.10", "serverVersionTag": "24.10.4" } },
//!   "after": { "kind": "ManagedCluster", "args": { "serverVersion": "24.10", "serverVersionTag": "24.10.6" } }
//! }
//! ```

use crate::model::change::{Effect, Step};
use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Apply)
    .source(&[source::PROVIDER_MANAGED_CLUSTER, source::MEASURED_PROVIDER])
    .each_change(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    let Some(change) = cx.change(step, cluster::SERVER_VERSION_TAG).filter(|change| change.effect == Effect::Refused)
    else {
        return;
    };
    let Some(after) = step.after else { return };
    let Some(tag) = cx.text(after, cluster::SERVER_VERSION_TAG).known().filter(|tag| !tag.is_empty()) else { return };
    let Some(version) = cx.text(after, cluster::SERVER_VERSION).known() else { return };
    let message = format!(
        "the upgrade to {} is rejected by the provider, because it is not a patch of `serverVersion`, which is {}",
        quoted(tag),
        quoted(version)
    );
    let help = "set `serverVersion` to the release line of `serverVersionTag` in the same deployment, or choose a patch of \
                the line in `serverVersion`";
    cx.report(Finding::of_change(step, change, message).help(help));
}
