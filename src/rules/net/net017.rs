//! ## What it checks
//! That a region is in lower case and has no white space around it.
//! ## Why
//! The region is sent as it is written, and a change of it replaces the network. A spelling that the service refuses or
//! tidies up costs a failed deployment or, later, the network.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "region": "US-East-1 " } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "region": "us-east-1" } }
//! ```

use crate::model::network;
use crate::rules::net::shared::place;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "NET017",
    name: "region-spelling",
    title: "A region is in lower case without white space around it",
    severity: Severity::Warning,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &["EventStore/terraform-provider-eventstorecloud:esc/resource_network.go"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Network], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(place) = place(cx, resource) else { return };
    let Some(row) = place.row else { return };
    // Any other spelling, such as an Azure display name, is NET016's.
    let id = row.id.as_str();
    if id != place.spelt || id == place.written {
        return;
    }
    let message = format!("{} differs from the code of its region in case or white space", quoted(place.written));
    cx.report(
        Finding::at(resource, network::REGION, message).help(format!("write {}", quoted(id))).set(network::REGION, id),
    );
}
