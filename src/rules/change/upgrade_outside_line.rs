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

use crate::model::change::Step;
use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::rules::shared::change::version_change;

pub const RULE: Rule = Rule::error(DetectedAt::Apply)
    .source(&[source::PROVIDER_MANAGED_CLUSTER, source::MEASURED_PROVIDER])
    .each_change(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    let Some(change) = version_change(cx, step) else { return };
    let Some(after) = step.after else { return };
    let Some(tag) = cx.text(after, cluster::SERVER_VERSION_TAG).known().filter(|tag| !tag.is_empty()) else { return };
    let Some(version) = cx.text(after, cluster::SERVER_VERSION).known() else { return };
    if tag.starts_with(version) {
        return;
    }
    let message = format!(
        "`serverVersionTag` is {}, which does not begin with `serverVersion`, which is {}; the provider refuses the upgrade",
        quoted(tag),
        quoted(version)
    );
    let help = "write the release line of `serverVersionTag` as `serverVersion`, or upgrade to a patch of its line";
    cx.report(Finding::of_change(step, change, message).help(help));
}
