//! A cluster must have a `projectId` and a `networkId` that are not blank.
//!
//! ## Why
//! A cluster is created in a project and a network. Only the service rejects a blank id, when the cluster is created,
//! and neither id can be changed later: a new value replaces the cluster.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "networkId": "" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "networkId": "c2bq5k5o4t0gqrkt0040" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::faults::text::Absent;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::PROVIDER_MANAGED_CLUSTER])
    .on(&[FaultCheck::ClusterProject(check_project), FaultCheck::ClusterNetwork(check_network)]);

fn check_project<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &Absent) {
    report(cx, db, cluster::PROJECT_ID, ("projectId", "Project"), *fault);
}

fn check_network<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &Absent) {
    report(cx, db, cluster::NETWORK_ID, ("networkId", "Network"), *fault);
}

fn report<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, id: PropertyId, (name, kind): (&str, &str), fault: Absent) {
    let fault = match fault {
        Absent::Missing => "is required",
        Absent::Blank => "is blank",
    };
    let variable = kind.to_lowercase();
    let help =
        format!("set `{name}` to the id of a {kind}: `{variable}.id` in a program, `{{\"ref\": NAME}}` in a document");
    cx.report(Finding::at(db.resource, id, format!("`{name}` {fault}")).help(help));
}
