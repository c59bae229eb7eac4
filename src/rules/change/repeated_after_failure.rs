//! A failed operation must be looked at before the next run.
//!
//! ## Why
//! After a failed operation the state of Pulumi holds the values that were wanted. The next run does nothing more and
//! succeeds, also where a cluster has ended as `defunct` or a disk has kept its size; only the run after it tries again.
//! ## Example
//! ```json
//! {
//!   "before": { "kind": "ManagedCluster", "args": { "protected": false } },
//!   "after": { "kind": "ManagedCluster", "args": { "protected": false } },
//!   "engine": { "operations": ["update"], "failedBefore": true }
//! }
//! ```
//! ## Use instead
//! ```json
//! {
//!   "before": { "kind": "ManagedCluster", "args": { "protected": false } },
//!   "after": { "kind": "ManagedCluster", "args": { "protected": false } },
//!   "engine": { "operations": ["same"] }
//! }
//! ```

use crate::model::change::Step;
use crate::rules::prelude::*;
use crate::rules::shared::change::noun;

pub const RULE: Rule =
    Rule::warning(DetectedAt::Undetected).source(&[source::MEASURED_PULUMI]).each_change(&KindId::ALL, check);

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    if step.after.is_none() || step.engine.and_then(|engine| engine.failed_before) != Some(true) {
        return;
    }
    let noun = noun(step);
    let message = format!(
        "the last operation on the {noun} failed; this update assumes that it was completed, and succeeds whatever the {noun} \
         really is"
    );
    let help = "look at it in the console, and run `pulumi refresh` before the next `pulumi up`";
    cx.report(Finding::on(step.resource, "", message).help(help));
}
