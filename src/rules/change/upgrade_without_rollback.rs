//! An upgrade must start from a version that the cluster can be rolled back to.
//!
//! ## Why
//! Since 24.10, the server writes checkpoints of persistent subscriptions in a new format. In the release line 23.10,
//! only 23.10.8 and later patches can read it; a cluster that is upgraded from an earlier patch cannot be rolled back
//! to it.
//! ## Example
//! ```json
//! {
//!   "before": { "kind": "ManagedCluster", "args": { "serverVersion": "23.10", "serverVersionTag": "23.10.1" } },
//!   "after": { "kind": "ManagedCluster", "args": { "serverVersion": "24.10", "serverVersionTag": "24.10.4" } }
//! }
//! ```
//! ## Use instead
//! ```json
//! {
//!   "before": { "kind": "ManagedCluster", "args": { "serverVersion": "23.10", "serverVersionTag": "23.10.1" } },
//!   "after": { "kind": "ManagedCluster", "args": { "serverVersion": "23.10", "serverVersionTag": "23.10.8" } }
//! }
//! ```

use crate::catalogue::rows::MilestoneId;
use crate::model::change::Step;
use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::rules::shared::change::upgrade;

pub const RULE: Rule = Rule::advice(DetectedAt::Undetected)
    .on_by_default()
    .source(&[source::SERVER_DOCS_QUICK_START_UPGRADE_GUIDE])
    .each_change(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    let Some((change, from, to)) = upgrade(cx, step) else { return };
    let milestones =
        [MilestoneId::NewCheckpoints, MilestoneId::ReadsNewCheckpoints].map(|id| cx.catalogue().milestone(id));
    let [Some((new, _)), Some((line, Some(patch)))] = milestones else { return };
    let Some(current) = from.patch.filter(|current| from.line == line && *current < patch) else { return };
    if to.line < new {
        return;
    }
    let message = format!(
        "an upgrade from `{line}.{current}` cannot be rolled back: that version cannot read what persistent \
         subscriptions write from `{new}` on"
    );
    let finding = Finding::of_change(step, change, message);
    cx.report(finding.suggest(cluster::SERVER_VERSION_TAG, [format!("{line}.{patch}")], |version| {
        format!("upgrade to {version} or a later patch of the same line first")
    }));
}
