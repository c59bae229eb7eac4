//! ## What it checks
//! That `routes` has at least one block.
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

pub(super) static RULE: Rule = Rule {
    code: "PEER006",
    name: "no-routes",
    title: "A peering has at least one route",
    severity: Severity::Error,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &["EventStore/terraform-provider-eventstorecloud:esc/resource_peering.go"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Peering], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(mut routes) = cx.items(resource, peering::ROUTES).known() else { return };
    if routes.next().is_none() {
        let help = "list the address blocks of the peer network that clients connect from, such as `172.20.0.0/16`";
        cx.report(Finding::at(resource, peering::ROUTES, "the peering has no routes").help(help));
    }
}
