//! `serverVersionTag` should not be set before the cluster exists.
//!
//! ## Why
//! The provider creates a cluster from `serverVersion` alone. A tag that is set from the start has no effect then, and
//! causes an unexpected upgrade in the next deployment. Whether the cluster already exists cannot be seen from the
//! program, so the rule belongs to the profile `strict`.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "26.0", "serverVersionTag": "26.0.1" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "26.0" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::value::server_version::ServerVersion;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .strict()
    .source(&[source::PROVIDER_MANAGED_CLUSTER, source::PROVIDER_CLIENT_CLUSTER_CREATE])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    // Another rule reports a tag that is not a patch.
    let tag = cx.text(resource, cluster::SERVER_VERSION_TAG).known();
    if matches!(tag.and_then(ServerVersion::parse), Some(ServerVersion::Patch(_))) {
        let message = "`serverVersionTag` has no effect when the cluster is created, and upgrades the cluster in \
                       the next deployment";
        let help = "remove `serverVersionTag` until the cluster exists; if it already exists, turn this rule off with \
                    the option `severity`";
        cx.report(Finding::at(resource, cluster::SERVER_VERSION_TAG, message).help(help));
    }
}
