//! ## What it checks
//! Whether two access lists, peerings or clusters of one project have the same name in the service. PRJ002 and NET018
//! look at projects and networks.
//! ## Why
//! The service takes most duplicates. People in the console then resize, restore or delete the wrong one.
//! ## Example
//! ```json
//! { "resources": [
//!     { "kind": "Acl", "name": "a", "args": { "name": "main" } },
//!     { "kind": "Acl", "name": "b", "args": { "name": "main" } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "resources": [
//!     { "kind": "Acl", "name": "a", "args": { "name": "main" } },
//!     { "kind": "Acl", "name": "b", "args": { "name": "partners" } }
//! ] }
//! ```

use std::collections::BTreeMap;

use crate::model::{acl, managed_cluster as cluster, peering};
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "STACK010",
    name: "duplicate-name",
    title: "Resources of one kind in a project have different names",
    severity: Severity::Warning,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    caught_today: CaughtToday::Nobody,
    source: &["EventStore/terraform-provider-eventstorecloud:esc/data_source_network.go", "inference"],
    since: "0.1.0",
    check: Check::Program(&[KindId::Acl, KindId::Peering, KindId::ManagedCluster], check),
};

/// The kinds, with where each has its name and its project.
const KINDS: [(&str, PropertyId, PropertyId); 3] = [
    (acl::KIND.name, acl::NAME, acl::PROJECT_ID),
    (peering::KIND.name, peering::NAME, peering::PROJECT_ID),
    (cluster::KIND.name, cluster::NAME, cluster::PROJECT_ID),
];

fn check(cx: &mut Context<'_>) {
    for (kind, name_id, project_id) in KINDS {
        let mut first_of: BTreeMap<(Identity<'_>, &str), &Resource> = BTreeMap::new();
        for resource in cx.program().of_kind(kind) {
            let Some(name) = cx.text(resource, name_id).known().filter(|name| !name.trim().is_empty()) else {
                continue;
            };
            let Some(project) = cx.identity(resource, project_id) else { continue };
            let first = *first_of.entry((project, name)).or_insert(resource);
            if first.index == resource.index {
                continue;
            }
            let message =
                format!("there is already {} with the name {} in this project", with_article(kind), quoted(name));
            let finding = Finding::at(resource, name_id, message).help("give each one a name of its own");
            cx.report(finding.related_at(first, name_id).confined());
        }
    }
}
