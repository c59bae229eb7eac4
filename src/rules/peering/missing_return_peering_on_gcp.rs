//! On Google Cloud, a peering is returned by your side.
//!
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

use crate::rules::prelude::*;
use crate::rules::shared::peering::without_counterpart;
use crate::value::spelling::all_of;

pub(super) const RULE: Rule = Rule::advice()
    .source(&[source::PROVIDER_EXAMPLE_GCP, source::DOCS_PRIVATE_ACCESS_GCP])
    .program(&[KindId::Peering], check);

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
