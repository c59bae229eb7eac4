//! A production cluster should have `protected: true`.
//!
//! ## Why
//! Many properties of a cluster cannot be changed later: a new value deletes the cluster with its data and creates a
//! new one. `protected` makes the provider reject that, and its default is `false`. The rule applies if the option
//! `environment` is `production` or `prod`.
//! ## Example
//! ```json
//! { "environment": "production", "resources": [
//!     { "kind": "ManagedCluster", "name": "db", "args": { "protected": null } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "environment": "production", "resources": [
//!     { "kind": "ManagedCluster", "name": "db", "args": { "protected": true } }
//! ] }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::faults::cluster::Unprotected;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .source(&[source::PROVIDER_MANAGED_CLUSTER, source::DOCS_OPS])
    .on(&[FaultCheck::ClusterProtection(check)]);

fn check<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, _: &Unprotected) {
    let message = "the production cluster is not protected from being deleted or replaced";
    let finding = Finding::at(db.resource, cluster::PROTECTED, message).set(cluster::PROTECTED, true);
    cx.report(finding.suggest(cluster::PROTECTED, [true], |listed| {
        format!(
            "set `protected` to {listed}; Pulumi's resource option `protect: true` also guards against `pulumi destroy`"
        )
    }));
}
