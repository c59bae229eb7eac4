//! Resources of one kind (access lists, peerings or clusters) must have different names within a project.
//!
//! ## Why
//! The service accepts most duplicates. In the console, people then resize, restore or delete the wrong resource.
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

use crate::model::{acl, managed_cluster as cluster, peering};
use crate::rules::prelude::*;
use crate::rules::shared::projects::{Namesake, namesakes};

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_DATA_NETWORK, source::INFERENCE])
    .program(&[KindId::Acl, KindId::Peering, KindId::ManagedCluster], check);

/// The kinds, with where each has its name and its project.
const KINDS: [(&str, PropertyId, PropertyId); 3] = [
    (acl::KIND.name, acl::NAME, acl::PROJECT_ID),
    (peering::KIND.name, peering::NAME, peering::PROJECT_ID),
    (cluster::KIND.name, cluster::NAME, cluster::PROJECT_ID),
];

fn check(cx: &mut Context<'_>) {
    for (kind, name_id, project_id) in KINDS {
        for Namesake { resource, name, first } in namesakes(cx, kind, name_id, project_id) {
            let message = format!("the name {} is already used by another {kind} in this project", quoted(name));
            let finding = Finding::at(resource, name_id, message).help("choose a different name for one of them");
            cx.report(finding.related_at(first, name_id).confined());
        }
    }
}
