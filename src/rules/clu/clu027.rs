//! ## What it checks
//! That `projectionLevel` is one of the service's levels, in whatever case.
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

use super::shared;
use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "CLU027",
    name: "unknown-projection-level",
    title: "The projection level is a known one",
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
