//! A cluster with an `aclId` should have `publicAccess: true`.
//!
//! ## Why
//! A private cluster is reached through its network, and its access list has no effect. Either the cluster was meant
//! to be public, or the list only seems to protect it.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "aclId": "c2bq5k5o4t0gqrkt0060" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "aclId": "c2bq5k5o4t0gqrkt0060", "publicAccess": true } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_MANAGED_CLUSTER, source::DOCS_NETWORKING_PUBLIC_NETWORK])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(db) = ManagedCluster::of(cx, resource) else { return };
    // Whether it is public is not waited for where there is no list.
    if !cx.is_given(resource, cluster::ACL_ID) {
        return;
    }
    if db.is_public(cx) == Some(false) && db.has_access_list(cx) == Some(true) {
        let message = "`aclId` has no effect, because the cluster is private";
        let help = "remove `aclId`, or make both the cluster and its network public with `publicAccess`; \
                    either change replaces existing resources";
        cx.report(Finding::at(resource, cluster::ACL_ID, message).help(help));
    }
}
