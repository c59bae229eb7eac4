//! ## What it checks
//! Whether a `serverVersionTag` is given. It is right for a cluster that exists and too early for one that does not;
//! which of the two it is cannot be seen from the program, so the rule belongs to the profile `strict`.
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

pub(super) static RULE: Rule = Rule {
    code: "VER010",
    name: "tag-without-effect",
    title: "A new cluster has no serverVersionTag",
    severity: Severity::Warning,
    confidence: Confidence::High,
    profile: Profile::Strict,
    caught_today: CaughtToday::Nobody,
    source: &[
        "EventStore/terraform-provider-eventstorecloud:esc/resource_managed_cluster.go",
        "EventStore/terraform-provider-eventstorecloud:client/cluster_create.go",
    ],
    since: "0.1.0",
    check: Check::Resource(&[KindId::ManagedCluster], check),
};

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
