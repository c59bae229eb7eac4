//! A serverVersion has no patch number.
//!
//! ## Why
//! The two have a property each: `serverVersion` is the line a cluster is made of, and `serverVersionTag` the patch it
//! is brought to later. The service makes a cluster of a line and picks the patch itself.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "26.0.1" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "26.0", "serverVersionTag": "26.0.1" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::rules::shared::version::recommended;
use crate::value::server_version::ServerVersion;

pub(super) const RULE: Rule = Rule::error()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Service)
    .source(&[source::DOCS_OPS, source::PROVIDER_MANAGED_CLUSTER])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(written) = cx.text(resource, cluster::SERVER_VERSION).known() else { return };
    let Some(ServerVersion::Patch(line)) = ServerVersion::parse(written) else { return };
    let finding = Finding::at(
        resource,
        cluster::SERVER_VERSION,
        format!("{} is a patch of the line `{line}`, where the line itself belongs", quoted(written)),
    );
    if !cx.catalogue().offers_line(line) {
        cx.report(finding.help(format!("`{line}` is no longer offered: write {}", recommended(cx))));
        return;
    }
    let finding = finding.set(cluster::SERVER_VERSION, line.to_string());
    cx.report(match cx.is_given(resource, cluster::SERVER_VERSION_TAG) {
        true => finding.help(format!("write `serverVersion: \"{line}\"`; the patch is what `serverVersionTag` says")),
        false => finding
            .help(format!(
                "write `serverVersion: \"{line}\"` and move the patch to `serverVersionTag`, \
                 which has no effect before the cluster exists"
            ))
            .set(cluster::SERVER_VERSION_TAG, written),
    });
}
