//! ## What it checks
//! Whether a program with a peering to a network on Google Cloud also has the peering in the other direction.
//! ## Why
//! Google Cloud connects two networks when each of them peers the other, and routes are exchanged when yours both
//! exports and imports custom routes. Another program may do this.
//! ## Example
//! ```json
//! { "partial": false, "resources": [
//!     { "kind": "Peering", "name": "apps", "args": {
//!         "peerResourceProvider": "gcp", "peerNetworkRegion": "us-east1", "peerAccountId": "orders-prod", "peerNetworkId": "apps"
//!     } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "partial": false, "resources": [
//!     { "kind": "Peering", "name": "apps", "args": {
//!         "peerResourceProvider": "gcp", "peerNetworkRegion": "us-east1", "peerAccountId": "orders-prod", "peerNetworkId": "apps"
//!     } },
//!     { "kind": "gcp:compute/networkPeering:NetworkPeering", "name": "back" }
//! ] }
//! ```

use super::shared::without_counterpart;
use crate::rules::prelude::*;
use crate::value::spelling::all_of;

pub(super) static RULE: Rule = Rule {
    code: "PEER021",
    name: "no-return-peering-on-gcp",
    title: "On Google Cloud, a peering is returned by your side",
    severity: Severity::Info,
    confidence: Confidence::High,
    profile: Profile::Advice,
    caught_today: CaughtToday::Nobody,
    source: &[
        "EventStore/terraform-provider-eventstorecloud:examples/gcp/main.tf",
        "kurrent-io/documentation:docs/cloud/getting-started/private-access/gcp.md",
    ],
    since: "0.1.0",
    check: Check::Program(&[KindId::Peering], check),
};

fn check(cx: &mut Context<'_>) {
    let Some(side) = cx.catalogue().peer_side(Cloud::Gcp) else { return };
    let keys: Vec<&str> = side.metadata_keys.iter().map(|key| key.as_str()).collect();
    for peering in without_counterpart(cx, Cloud::Gcp) {
        let message = "nothing in the program peers the network of the service from the side of Google Cloud";
        let help = format!(
            "add a `{}` that exports and imports custom routes; the `providerMetadata` of the peering names the other \
             network: {}",
            side.counterpart(),
            all_of(&keys)
        );
        cx.report(Finding::on(peering, "", message).help(help));
    }
}
