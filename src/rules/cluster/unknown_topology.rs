//! The topology is a known one.
//!
//! ## Why
//! The list is closed. The provider refuses any other value, and shows what it would have taken only at preview.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "topology": "three-node" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "topology": "three-node-multi-zone" } }
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
    let Some(written) = cx.text(resource, cluster::TOPOLOGY).known() else { return };
    if catalogue.topology(written.trim()).is_none() {
        let known: Vec<&str> = catalogue.topologies().map(|row| row.id.as_str()).collect();
        cx.report(shared::unknown(resource, cluster::TOPOLOGY, written, "topology", &known, ""));
    }
}
