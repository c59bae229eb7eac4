//! An access list should be shared only by clusters that have the same clients.
//!
//! ## Why
//! A change to the access list reaches every cluster that uses it within seconds. Removing an address for the sake of
//! one cluster locks it out of all of them.
//! ## Example
//! ```json
//! { "resources": [
//!     { "kind": "Acl", "name": "offices" },
//!     { "kind": "ManagedCluster", "name": "a", "args": { "publicAccess": true, "aclId": { "ref": "offices" } } },
//!     { "kind": "ManagedCluster", "name": "b", "args": { "publicAccess": true, "aclId": { "ref": "offices" } } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "resources": [
//!     { "kind": "Acl", "name": "offices" },
//!     { "kind": "Acl", "name": "partners" },
//!     { "kind": "ManagedCluster", "name": "a", "args": { "publicAccess": true, "aclId": { "ref": "offices" } } },
//!     { "kind": "ManagedCluster", "name": "b", "args": { "publicAccess": true, "aclId": { "ref": "partners" } } }
//! ] }
//! ```

use crate::model::acl;
use crate::rules::prelude::*;
use crate::rules::shared::acl::users;

pub const RULE: Rule = Rule::advice(DetectedAt::Undetected)
    .source(&[source::DOCS_NETWORKING_PUBLIC_NETWORK])
    .program(&[KindId::Acl], check);

fn check(cx: &mut Context<'_>) {
    let program = cx.program();
    if program.of_kind(acl::KIND.name).next().is_none() {
        return;
    }
    for (name, clusters) in users(cx).0 {
        let Some(list) = program.find(acl::KIND.name, name).filter(|_| clusters.len() > 1) else { continue };
        let message =
            format!("the access list is used by {} clusters, and a change to it affects all of them", clusters.len());
        let help = "create separate access lists for clusters with different clients";
        let finding = Finding::on(list, "", message).help(help);
        cx.report(clusters.iter().fold(finding, |finding, db| finding.related(db)).confined());
    }
}
