//! `instanceType` should be written in upper case, as in the documentation, the command line and the console.
//!
//! ## Why
//! The provider accepts any case, so nothing fails. One spelling makes programs easier to search and to compare with
//! the documentation.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "instanceType": "m32" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "instanceType": "M32" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::faults::cluster::ChoiceFault;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::advice(DetectedAt::Undetected)
    .source(&[source::PROVIDER_MANAGED_CLUSTER])
    .on(&[FaultCheck::ClusterInstanceType(check)]);

fn check<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &ChoiceFault<'a>) {
    let ChoiceFault::Case(written, usual) = *fault else { return };
    let message = format!("instance type {} is usually written {}", quoted(written), quoted(usual));
    let finding = Finding::at(db.resource, cluster::INSTANCE_TYPE, message).set(cluster::INSTANCE_TYPE, usual);
    let help = |listed: &str| format!("use {listed}; the provider accepts both spellings");
    cx.report(finding.suggest(cluster::INSTANCE_TYPE, [usual], help));
}
