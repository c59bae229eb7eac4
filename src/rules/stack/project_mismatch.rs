//! Resources that are linked by an id must be in the same project.
//!
//! ## Why
//! The service looks up ids within one project. It does not find a resource of another project, and the deployment
//! fails.
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
use crate::rules::shared::projects::{PROJECT, mismatch};

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_CLIENT_CLUSTER_CREATE, source::PROVIDER_CLIENT_PEERING_CREATE])
    .any_resource(check);

/// Kinds whose projects are looked at together with what else links them to clusters.
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
        // The project of what is only read is as it is: what refers to it is to be changed.
        if let Some(finding) = mismatch(cx, resource, if other.is_read() { id } else { own }, other) {
            cx.report(finding);
        }
    }
}
