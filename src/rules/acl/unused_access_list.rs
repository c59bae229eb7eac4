//! An access list should be used by at least one cluster.
//!
//! ## Why
//! An access list does nothing on its own: it opens the clusters that refer to it in `aclId`. A list that no cluster
//! refers to is either left over or missing from the cluster that it was meant for.
//! ## Example
//! ```json
//! { "partial": false, "resources": [{ "kind": "Acl", "name": "offices" }] }
//! ```
//! ## Use instead
//! ```json
//! { "partial": false, "resources": [
//!     { "kind": "Acl", "name": "offices" },
//!     { "kind": "ManagedCluster", "name": "db", "args": { "publicAccess": true, "aclId": { "ref": "offices" } } },
//!     { "kind": "ScheduledBackup", "name": "nightly", "args": { "sourceClusterId": { "ref": "db" } } }
//! ] }
//! ```

use crate::model::acl;
use crate::rules::prelude::*;
use crate::rules::shared::acl::users;

pub const RULE: Rule = Rule::advice(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::INFERENCE])
    .program(&[KindId::Acl], check);

fn check(cx: &mut Context<'_>) {
    let program = cx.program();
    if !program.is_whole || program.of_kind(acl::KIND.name).next().is_none() {
        return;
    }
    let (users, is_complete) = users(cx);
    if !is_complete {
        return;
    }
    for list in program.of_kind(acl::KIND.name).filter(|list| !users.contains_key(list.name.as_str())) {
        let message = "the access list is not used by any cluster in the program";
        let help = "set it as the `aclId` of a public cluster, or remove it; keep it if another program uses it";
        cx.report(Finding::on(list, "", message).help(help));
    }
}
