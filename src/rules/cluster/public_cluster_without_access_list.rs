//! A cluster with `publicAccess: true` must have an `aclId`.
//!
//! ## Why
//! Every public cluster needs exactly one list of the addresses that may connect to it. The provider does not check
//! that, so the deployment fails when the cluster is created.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "publicAccess": true } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "publicAccess": true, "aclId": "c2bq5k5o4t0gqrkt0060" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::DOCS_NETWORKING_PUBLIC_NETWORK])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(db) = ManagedCluster::of(cx, resource) else { return };
    if db.is_public(cx) == Some(true) && db.has_access_list(cx) == Some(false) {
        let help = "add an `Acl` with the addresses that may connect to the cluster, and set `aclId` to its id: \
                    `aclId: acl.id`";
        cx.report(Finding::at(resource, cluster::ACL_ID, "`aclId` is required for a public cluster").help(help));
    }
}
