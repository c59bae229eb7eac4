//! ## What it checks
//! That resources which are linked are in one project: a cluster and its network or access list, a peering and its
//! network, a backup and its cluster.
//! ## Why
//! Ids are looked up within one project: a resource of another project does not exist for the service.
//! ## Example
//! ```json
//! { "resources": [
//!     { "kind": "Project", "name": "orders" },
//!     { "kind": "Project", "name": "invoices" },
//!     { "kind": "Network", "name": "net", "args": { "projectId": { "ref": "orders" } } },
//!     { "kind": "ManagedCluster", "name": "db", "args": { "projectId": { "ref": "invoices" }, "networkId": { "ref": "net" } } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "resources": [
//!     { "kind": "Project", "name": "orders" },
//!     { "kind": "Network", "name": "net", "args": { "projectId": { "ref": "orders" } } },
//!     { "kind": "ManagedCluster", "name": "db", "args": { "projectId": { "ref": "orders" }, "networkId": { "ref": "net" } } }
//! ] }
//! ```

use crate::rules::prelude::*;
use crate::rules::projects::{PROJECT, mismatch};

pub(super) static RULE: Rule = Rule {
    code: "STACK002",
    name: "project-mismatch",
    title: "Linked resources are in one project",
    severity: Severity::Error,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &[
        "EventStore/terraform-provider-eventstorecloud:client/cluster_create.go",
        "EventStore/terraform-provider-eventstorecloud:client/peering_create.go",
    ],
    since: "0.1.0",
    check: Check::AnyResource(check),
};

/// Two kinds have a rule of their own: REP004 for replica sets and CW008 for CloudWatch.
const OTHERS: [KindId; 3] =
    [KindId::ManagedClusterReplicaset, KindId::AWSCloudWatchLogsIntegration, KindId::AWSCloudWatchMetricsIntegration];

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(kind) = resource.kind.filter(|kind| !OTHERS.contains(&kind.id)) else { return };
    let Some((own, _)) = kind.property(PROJECT) else { return };
    for (id, property, _) in resource.properties() {
        if property.refers_to.is_none() || id == own {
            continue;
        }
        let Some(other) = cx.follow(resource, id).known() else { continue };
        if let Some(finding) = mismatch(cx, resource, own, other) {
            cx.report(finding);
        }
    }
}
