//! The release line is still offered.
//!
//! ## Why
//! Lines below 22.10, and 23.6, are not offered any more. The provider does not check the version, so the deployment
//! fails when the cluster is made.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "20.10" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "26.0" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::value::server_version::ServerVersion;

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Service)
    .source(&[source::PROVIDER_PROVIDER, source::SERVER_DOCS_RELEASE_SCHEDULE_PREVIOUS_VERSIONS])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let catalogue = cx.catalogue();
    let Some(written) = cx.text(resource, cluster::SERVER_VERSION).known() else { return };
    let Some(line) = ServerVersion::parse_line(written) else { return };
    if catalogue.offers_line(line) {
        return;
    }
    let ended = catalogue
        .server_line(line)
        .filter(|row| row.supported_until.is_some())
        .map_or(String::new(), |row| format!("; its support ended in {}", row.support_note));
    let finding = Finding::at(
        resource,
        cluster::SERVER_VERSION,
        format!("version {} is no longer offered{ended}", quoted(written)),
    );
    cx.report(match catalogue.recommended_line(cx.settings().today) {
        Some(row) => finding
            .help(format!("write `\"{}\"`, {}", row.line, row.kind.described()))
            .set(cluster::SERVER_VERSION, row.line.as_str()),
        None => finding.help("take a line that is in support"),
    });
}
