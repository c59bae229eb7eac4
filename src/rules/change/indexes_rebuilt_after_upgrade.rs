//! An upgrade after which the server builds secondary indexes must be deployed when there is little load.
//!
//! ## Why
//! Since 25.1, the server has secondary indexes, which are on by default. It builds them after an upgrade, which causes
//! additional disk operations for a while.
//! ## Example
//! ```json
//! {
//!   "before": { "kind": "ManagedCluster", "args": { "serverVersion": "24.10", "serverVersionTag": "24.10.4" } },
//!   "after": { "kind": "ManagedCluster", "args": { "serverVersion": "26.0", "serverVersionTag": "26.0.1" } }
//! }
//! ```
//! ## Use instead
//! ```json
//! {
//!   "before": { "kind": "ManagedCluster", "args": { "serverVersion": "24.10", "serverVersionTag": "24.10.4" } },
//!   "after": { "kind": "ManagedCluster", "args": { "serverVersion": "25.0", "serverVersionTag": "25.0.1" } }
//! }
//! ```

use crate::catalogue::rows::MilestoneId;
use crate::model::change::Step;
use crate::rules::prelude::*;
use crate::rules::shared::change::upgrade;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::SERVER_DOCS_QUICK_START_UPGRADE_GUIDE])
    .each_change(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    let Some((change, from, to)) = upgrade(cx, step) else { return };
    let Some((line, _)) = cx.catalogue().milestone(MilestoneId::SecondaryIndexes) else { return };
    if from.line >= line || to.line < line {
        return;
    }
    let message = format!(
        "the server builds secondary indexes after an upgrade to `{line}` or later, which puts load on the disk for a while"
    );
    let help = "upgrade when there is little load, and check the size and speed of the disk first";
    cx.report(Finding::of_change(step, change, message).help(help));
}
