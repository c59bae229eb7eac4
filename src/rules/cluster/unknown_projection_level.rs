//! The projection level is a known one.
//!
//! ## Why
//! The list is closed, and the provider refuses any other value at preview.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "projectionLevel": "all" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "projectionLevel": "user" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Preview)
    .source(&[source::PROVIDER_PROVIDER, source::ESC_CLI_MESDB_SCHEMAS])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let catalogue = cx.catalogue();
    let Some(written) = cx.text(resource, cluster::PROJECTION_LEVEL).known() else { return };
    let finding = match catalogue.projection_level(written.trim()) {
        Some(_) if written == written.trim() => return,
        Some(row) => shared::padded(resource, cluster::PROJECTION_LEVEL, written, row.id.as_str()),
        None => {
            let known: Vec<&str> = catalogue.projection_levels().map(|row| row.id.as_str()).collect();
            let default = catalogue.projection_levels().find(|row| row.default);
            let more = default.map_or(String::new(), |row| format!("; left out, it is `{}`", row.id));
            shared::unknown(resource, cluster::PROJECTION_LEVEL, written, "projection level", &known, &more)
        }
    };
    cx.report(finding);
}
