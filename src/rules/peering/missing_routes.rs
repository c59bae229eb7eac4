//! A peering has at least one route.
//!
//! ## Why
//! The service sends to the peer network what `routes` lists, and keeps out everybody else. With nothing in it, the
//! connection connects nobody.
//! ## Example
//! ```json
//! { "kind": "Peering", "args": { "routes": [] } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Peering", "args": { "routes": ["172.20.0.0/16"] } }
//! ```

use crate::model::peering;
use crate::rules::prelude::*;

pub(super) const RULE: Rule = Rule::error()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Service)
    .source(&[source::PROVIDER_PEERING])
    .each_resource(&[KindId::Peering], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(mut routes) = cx.items(resource, peering::ROUTES).known() else { return };
    if routes.next().is_none() {
        let help = "list the address blocks of the peer network that clients connect from, such as `172.20.0.0/16`";
        cx.report(Finding::at(resource, peering::ROUTES, "the peering has no routes").help(help));
    }
}
