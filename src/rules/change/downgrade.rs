//! A change must not downgrade a cluster.
//!
//! ## Why
//! The service supports a downgrade only between versions that are compatible. Since 24.10, the server writes
//! checkpoints of persistent subscriptions in a format that versions before 23.10.8 cannot read.
//! ## Example
//! ```json
//! {
//!   "before": { "kind": "ManagedCluster", "args": { "serverVersion": "26.0", "serverVersionTag": "26.0.3" } },
//!   "after": { "kind": "ManagedCluster", "args": { "serverVersion": "24.10", "serverVersionTag": "24.10.4" } }
//! }
//! ```
//! ## Use instead
//! ```json
//! {
//!   "before": { "kind": "ManagedCluster", "args": { "serverVersion": "26.0", "serverVersionTag": "26.0.3" } },
//!   "after": { "kind": "ManagedCluster", "args": { "serverVersion": "26.0", "serverVersionTag": "26.0.4" } }
//! }
//! ```

use crate::catalogue::rows::MilestoneId;
use crate::model::change::{Effect, Step};
use crate::rules::prelude::*;
use crate::rules::shared::change::{releases, version_change};

pub const RULE: Rule = Rule::warning(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_OPS, source::ESC_CLI_MESDB_SCHEMAS, source::SERVER_DOCS_QUICK_START_UPGRADE_GUIDE])
    .each_change(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    let Some(change) = version_change(cx, step) else { return };
    let Some((from, to)) = releases(cx, step).filter(|_| change.effect == Effect::Downgrade) else { return };
    let milestones =
        [MilestoneId::NewCheckpoints, MilestoneId::ReadsNewCheckpoints].map(|id| cx.catalogue().milestone(id));
    let [Some((new, _)), Some((line, patch))] = milestones else { return };
    let message =
        "`serverVersionTag` downgrades the cluster, which works only if the service offers the older version for it";
    let mut help = "check that the service offers this version for the cluster, and take a backup first".to_string();
    let reads = to.line > line || to.line == line && to.patch >= patch;
    if from.line >= new && !reads {
        let patch = patch.unwrap_or_default();
        help += &format!(
            "; before `{line}.{patch}`, the server cannot read what persistent subscriptions write from `{new}` on"
        );
    }
    cx.report(Finding::of_change(step, change, message).help(help));
}
