//! A new cluster has no serverVersionTag.
//!
//! ## Why
//! The provider makes a cluster of `serverVersion` alone. A tag that is there from the start does nothing then, and
//! brings about an upgrade in the next deployment, where nobody expects one.
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

pub(super) const RULE: Rule = Rule::warning()
    .strict()
    .source(&[source::PROVIDER_MANAGED_CLUSTER, source::PROVIDER_CLIENT_CLUSTER_CREATE])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    // A tag that is no patch has a rule of its own.
    let tag = cx.text(resource, cluster::SERVER_VERSION_TAG).known();
    if matches!(tag.and_then(ServerVersion::parse), Some(ServerVersion::Patch(_))) {
        let message =
            "`serverVersionTag` does nothing when the cluster is made, and upgrades it in the next deployment";
        let help = "leave it out until the cluster exists; if it does, this tag is in its place \
         and the rule can be switched off: `severity: { VER010: \"off\" }`";
        cx.report(Finding::at(resource, cluster::SERVER_VERSION_TAG, message).help(help));
    }
}
