//! ## What it checks
//! That the name of a cluster, when given, has at least one visible character.
//! ## Why
//! The provider sends the name to the service as the description of the cluster, which is required; a blank one passes
//! every check before that.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "name": " " } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "name": "orders-db" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "CLU035",
    name: "blank-cluster-name",
    title: "The name of a cluster is not blank",
    severity: Severity::Error,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &["EventStore/terraform-provider-eventstorecloud:esc/resource_managed_cluster.go"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::ManagedCluster], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if cx.text(resource, cluster::NAME).known().is_some_and(|name| name.trim().is_empty()) {
        let help = "give a name that tells what the cluster is for, or leave `name` out and Pulumi makes one";
        cx.report(
            Finding::at(resource, cluster::NAME, "the name of the cluster is blank").help(help).remove(cluster::NAME),
        );
    }
}
