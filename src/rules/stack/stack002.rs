//! ## What it checks
//! That a cluster is in the same project as its network, and a backup in the same project as its cluster.
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

use crate::model::{managed_cluster, network, scheduled_backup};
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "STACK002",
    name: "project-mismatch",
    title: "Linked resources are in one project",
    severity: Severity::Error,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &["EventStore/terraform-provider-eventstorecloud:client/cluster_create.go", "EventStore/terraform-provider-eventstorecloud:client/peering_create.go"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::ManagedCluster, KindId::ScheduledBackup], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(kind) = resource.kind else { return };
    let (own, link, other_own) = match kind.id {
        KindId::ManagedCluster => (managed_cluster::PROJECT_ID, managed_cluster::NETWORK_ID, network::PROJECT_ID),
        _ => (scheduled_backup::PROJECT_ID, scheduled_backup::SOURCE_CLUSTER_ID, managed_cluster::PROJECT_ID),
    };
    let Some(other) = cx.follow(resource, link).known() else { return };
    let mut project = |of, id| cx.identity(of, id).filter(|project| !project.is_blank());
    let (Some(here), Some(there)) = (project(resource, own), project(other, other_own)) else { return };
    // A name and an id may mean the same project; only two of the same sort can be compared.
    let differ = match (here, there) {
        (Identity::Named(a), Identity::Named(b)) | (Identity::Id(a), Identity::Id(b)) => a != b,
        _ => false,
    };
    if differ {
        let message = format!(
            "is in the project {}, but the {} {} is in {}",
            quoted(here.text()),
            other.kind_name,
            quoted(&other.name),
            quoted(there.text())
        );
        let finding = Finding::at(resource, own, message).help("put both into one project");
        cx.report(finding.related(other, Some(other_own)));
    }
}
