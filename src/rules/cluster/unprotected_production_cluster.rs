//! A production cluster is protected.
//!
//! ## Why
//! Many properties of a cluster cannot change: a new value means that the cluster is deleted and made anew, without
//! its data. `protected` makes the provider refuse that, and it is off unless switched on.
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
use crate::rules::prelude::*;

pub(super) const RULE: Rule = Rule::warning()
    .source(&[source::PROVIDER_MANAGED_CLUSTER, source::DOCS_OPS])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if !cx.settings().is_production() || cx.boolean(resource, cluster::PROTECTED).or(false) != Some(false) {
        return;
    }
    let help =
        "set `protected: true`; Pulumi's own resource option `protect: true` guards against `pulumi destroy` as well";
    let finding = Finding::at(
        resource,
        cluster::PROTECTED,
        "nothing keeps this production cluster from being deleted or replaced",
    );
    cx.report(finding.help(help).set(cluster::PROTECTED, true));
}
