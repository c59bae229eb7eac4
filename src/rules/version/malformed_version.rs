//! A serverVersion is a release line.
//!
//! ## Why
//! The provider has passed any text on since version 1.6. The service looks the text up among its release lines and
//! finds none, so the deployment fails when the cluster is made.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "latest" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "26.0" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::rules::shared::version::recommended;
use crate::value::server_version::ServerVersion;

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Service)
    .source(&[source::PROVIDER_DOCS_MANAGED_CLUSTER, source::PROVIDER_MANAGED_CLUSTER])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(written) = cx.text(resource, cluster::SERVER_VERSION).known() else { return };
    if ServerVersion::parse(written).is_some() {
        return;
    }
    let message = match written.trim().is_empty() {
        true => "the `serverVersion` is blank".to_string(),
        false => format!("{} is no release line, which is two numbers: `YY.M`", quoted(written)),
    };
    let finding = Finding::at(resource, cluster::SERVER_VERSION, message);
    // `v26.0` and ` 26.0` can only mean one thing.
    let bare = written.trim().trim_start_matches(['v', 'V']);
    let meant = ServerVersion::parse_line(bare).filter(|line| cx.catalogue().offers_line(*line));
    cx.report(match meant {
        Some(line) => finding.help(format!("write `\"{line}\"`")).set(cluster::SERVER_VERSION, line.to_string()),
        None => finding.help(format!("write {}", recommended(cx))),
    });
}
