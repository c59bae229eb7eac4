//! ## What it checks
//! That `serverVersion` is a release line and not one patch of it.
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

use super::shared::recommended;
use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::value::server_version::ServerVersion;

pub(super) static RULE: Rule = Rule {
    code: "VER003",
    name: "patch-in-server-version",
    title: "A serverVersion has no patch number",
    severity: Severity::Error,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &[
        "kurrent-io/documentation:docs/cloud/ops/README.md",
        "EventStore/terraform-provider-eventstorecloud:esc/resource_managed_cluster.go",
    ],
    since: "0.1.0",
    check: Check::Resource(&[KindId::ManagedCluster], check),
};

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
