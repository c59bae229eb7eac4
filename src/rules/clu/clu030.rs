//! ## What it checks
//! That a cluster with `publicAccess: true` has an `aclId`.
//! ## Why
//! Every public cluster needs exactly one list of the addresses that may reach it. The provider does not look, so the
//! deployment fails when the cluster is made.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "publicAccess": true } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "publicAccess": true, "aclId": "c2bq5k5o4t0gqrkt0060" } }
//! ```

use super::shared;
use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "CLU030",
    name: "public-cluster-without-access-list",
    title: "A public cluster has an access list",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &["kurrent-io/documentation:docs/cloud/networking/public-network.md"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::ManagedCluster], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if shared::is_public(cx, resource) == Some(true) && shared::is_absent(cx, resource, cluster::ACL_ID) {
        let help = "add an `Acl` with the addresses that may reach the cluster and give its id: `aclId: acl.id`";
        cx.report(Finding::at(resource, cluster::ACL_ID, "a public cluster needs an `aclId`").help(help));
    }
}
