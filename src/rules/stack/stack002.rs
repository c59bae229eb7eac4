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

use crate::model::kind::PropertyId;
use crate::model::resource::State;
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
    let (Some(here), Some(there)) = (project(cx, resource, own), project(cx, other, other_own)) else { return };
    // A name and an id may mean the same project; only two of the same sort can be compared.
    let differ = match (here, there) {
        (Project::Named(a), Project::Named(b)) | (Project::Id(a), Project::Id(b)) => a != b,
        _ => false,
    };
    if differ {
        let message = format!("is in the project {}, but the {} {} is in {}", here.shown(), other.kind_name, quoted(&other.name), there.shown());
        cx.report(Finding::at(resource, own, message).help("put both into one project").related(other, Some(other_own)));
    }
}

#[derive(Clone, Copy)]
enum Project<'a> {
    Named(&'a str),
    Id(&'a str),
}

impl Project<'_> {
    fn shown(self) -> String {
        match self {
            Self::Named(text) | Self::Id(text) => quoted(text),
        }
    }
}

fn project<'a>(cx: &mut Context<'a>, resource: &'a Resource, id: PropertyId) -> Option<Project<'a>> {
    match cx.state(resource, id)? {
        State::Reference(name) => Some(Project::Named(name)),
        // A blank id is reported where it stands.
        State::Text(text) if !text.trim().is_empty() => Some(Project::Id(text)),
        _ => None,
    }
}
