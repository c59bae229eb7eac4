//! A change must not delete or replace a protected resource.
//!
//! ## Why
//! The service rejects the deletion of a protected resource, and replacing a resource means deleting it. Setting
//! `protected` to false in the same deployment does not help: the provider deletes the resource without updating it
//! first.
//! ## Example
//! ```json
//! {
//!   "before": { "kind": "ManagedCluster", "args": { "protected": true, "topology": "single-node" } },
//!   "after": { "kind": "ManagedCluster", "args": { "protected": false, "topology": "three-node-multi-zone" } }
//! }
//! ```
//! ## Use instead
//! ```json
//! {
//!   "before": { "kind": "ManagedCluster", "args": { "protected": true, "topology": "single-node" } },
//!   "after": { "kind": "ManagedCluster", "args": { "protected": false, "topology": "single-node" } }
//! }
//! ```

use crate::model::change::{Effect, PROTECTED, Step};
use crate::rules::prelude::*;
use crate::rules::shared::change::noun;

pub const RULE: Rule = Rule::error(DetectedAt::Apply)
    .source(&[source::DOCS_OPS, source::PROVIDER_CLIENT_CLUSTER_DELETE])
    .each_change(&[KindId::ManagedCluster, KindId::ManagedClusterReplicaset], check);

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    if !step.is_protected {
        return;
    }
    let Some((protected, _)) = step.kind.property(PROTECTED) else { return };
    let _ = step.before.map(|before| cx.boolean(before, protected));
    let noun = noun(step);
    let (verb, outcome) = match cx.first_change(step, &[Effect::Replace]) {
        Some(_) => ("replace", "replaced"),
        None => ("delete", "deleted"),
    };
    let message = format!(
        "the {noun} is protected and cannot be {outcome}; a change of `protected` takes effect in the next deployment"
    );
    let help = format!("keep the {noun}; to {verb} it anyway, deploy `protected: false` on its own first");
    cx.report(Finding::at(step.resource, protected, message).help(help));
}
