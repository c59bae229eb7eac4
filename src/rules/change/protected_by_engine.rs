//! A change must not delete or replace what the resource option `protect` keeps.
//!
//! ## Why
//! Pulumi refuses to delete or replace a resource that its state protects, and with it the whole deployment. What
//! `pulumi import` takes over is protected, too.
//! ## Example
//! ```json
//! {
//!   "before": { "kind": "ManagedCluster", "args": { "topology": "single-node" } },
//!   "after": { "kind": "ManagedCluster", "args": { "topology": "three-node-multi-zone" } },
//!   "engine": { "operations": ["replace"], "replaceReasons": ["topology"], "protect": true }
//! }
//! ```
//! ## Use instead
//! ```json
//! {
//!   "before": { "kind": "ManagedCluster", "args": { "topology": "single-node" } },
//!   "after": { "kind": "ManagedCluster", "args": { "topology": "single-node" } },
//!   "engine": { "operations": ["same"], "protect": true }
//! }
//! ```

use crate::model::change::Step;
use crate::model::change::engine::EngineStep;
use crate::rules::prelude::*;
use crate::rules::shared::change::noun;

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[source::PULUMI_PROTECT, source::MEASURED_PULUMI])
    .each_change(&KindId::ALL, check);

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    if !step.engine.is_some_and(EngineStep::is_refused) {
        return;
    }
    let noun = noun(step);
    let (verb, outcome) = if step.after.is_some() { ("replace", "replaced") } else { ("delete", "deleted") };
    let message = format!("the resource option `protect` is set, so Pulumi refuses to {verb} the {noun}");
    let help = format!(
        "keep the {noun}; if it is to be {outcome} all the same, deploy it without `protect` first, or use `pulumi state \
         unprotect`"
    );
    cx.report(Finding::on(step.resource, "", message).help(help));
}
