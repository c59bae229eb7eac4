//! `serverVersionTag` should not be set before the cluster exists.
//!
//! ## Why
//! The provider creates a cluster from `serverVersion` alone. A tag that is set from the start has no effect then, and
//! causes an unexpected upgrade in the next deployment. Whether the cluster already exists cannot be seen from a
//! program, so the rule belongs to the profile `strict`; a preview, a plan or the key `existing` of a document says it.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "26.0", "serverVersionTag": "26.0.1" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "26.0" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::faults::cluster::TagFault;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .for_new()
    .strict()
    .source(&[source::PROVIDER_MANAGED_CLUSTER, source::PROVIDER_CLIENT_CLUSTER_CREATE])
    .on(&[FaultCheck::ClusterTag(check)]);

fn check<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &TagFault<'a>) {
    let TagFault::NoEffect = fault else { return };
    let message = "`serverVersionTag` has no effect when the cluster is created, and upgrades the cluster in \
                   the next deployment";
    let help = "remove `serverVersionTag` until the cluster exists; if it already exists, turn this rule off with \
                the option `severity`";
    cx.report(Finding::at(db.resource, cluster::SERVER_VERSION_TAG, message).help(help));
}
