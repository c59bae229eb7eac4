//! ## What it checks
//! That `topology` is one of the service's, in whatever case.
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

use super::shared;
use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "CLU001",
    name: "unknown-topology",
    title: "The topology is a known one",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Preview,
    source: &[
        "EventStore/terraform-provider-eventstorecloud:esc/provider.go",
        "EventStore/esc:generated/src/mesdb/schemas.rs",
    ],
    since: "0.1.0",
    check: Check::Resource(&[KindId::ManagedCluster], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let catalogue = cx.catalogue();
    let Some(written) = cx.text(resource, cluster::TOPOLOGY).known() else { return };
    if catalogue.topology(written.trim()).is_none() {
        let known: Vec<&str> = catalogue.topologies().map(|row| row.id.as_str()).collect();
        cx.report(shared::unknown(resource, cluster::TOPOLOGY, written, "topology", &known, ""));
    }
}
