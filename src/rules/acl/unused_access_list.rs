//! An access list is used by a cluster.
//!
//! ## Why
//! A list does nothing by itself: it opens the clusters that name it in `aclId`. One that none names is left over, or
//! its cluster is not as open as it was meant to be.
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

pub(super) const RULE: Rule =
    Rule::advice().confidence(Confidence::Medium).source(&[source::INFERENCE]).program(&[KindId::Acl], check);

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
        let help = "give its id to a public cluster as `aclId`, or remove it; keep it if another program uses it";
        cx.report(Finding::on(list, "", "no cluster of the program uses the access list").help(help));
    }
}
