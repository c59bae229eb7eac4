//! The serverVersionTag belongs to the line in serverVersion.
//!
//! ## Why
//! The provider compares the two when it updates a cluster and stops where they differ: after other resources have
//! been changed, and never when the cluster is made.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "26.0", "serverVersionTag": "24.10.1" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "26.0", "serverVersionTag": "26.0.1" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::value::server_version::ServerVersion;

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Apply)
    .source(&[source::PROVIDER_MANAGED_CLUSTER])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(tag) = cx.text(resource, cluster::SERVER_VERSION_TAG).known() else { return };
    let Some(ServerVersion::Patch(of_tag)) = ServerVersion::parse(tag) else { return };
    let Some(written) = cx.text(resource, cluster::SERVER_VERSION).known() else { return };
    let Some(line) = ServerVersion::parse(written).map(ServerVersion::line).filter(|line| *line != of_tag) else {
        return;
    };
    let message =
        format!("{} is a patch of the line `{of_tag}`, but `serverVersion` is {}", quoted(tag), quoted(written));
    let help = format!(
        "to upgrade, change both: `serverVersion: \"{of_tag}\"` goes with this tag; \
         to stay on `{line}`, give a patch of it or leave `serverVersionTag` out"
    );
    cx.report(Finding::at(resource, cluster::SERVER_VERSION_TAG, message).help(help));
}
