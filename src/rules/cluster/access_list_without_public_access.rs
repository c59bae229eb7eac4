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
use crate::model::resource::State;
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_MANAGED_CLUSTER, source::DOCS_NETWORKING_PUBLIC_NETWORK])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if !cx.is_given(resource, cluster::ACL_ID) || shared::is_public(cx, resource) != Some(false) {
        return;
    }
    let has_list = match cx.state(resource, cluster::ACL_ID) {
        Some(State::Reference(_)) => true,
        Some(State::Text(text)) => !text.trim().is_empty(),
        _ => false,
    };
    if has_list {
        let message = "`aclId` has no effect, because the cluster is private";
        let help = "remove `aclId`, or make both the cluster and its network public with `publicAccess`; \
                    either change replaces existing resources";
        cx.report(Finding::at(resource, cluster::ACL_ID, message).help(help));
    }
}
