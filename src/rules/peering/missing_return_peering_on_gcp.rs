//! A program with a peering to a network on Google Cloud should also contain the peering in the opposite direction.
//!
//! ## Why
//! Google Cloud connects two networks only when each has a peering to the other, and exchanges routes only when your
//! peering both exports and imports custom routes. Another program may contain that peering.
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
use crate::rules::shared::peering::check_counterpart;

pub const RULE: Rule = Rule::advice(DetectedAt::Undetected)
    .source(&[source::PROVIDER_EXAMPLE_GCP, source::DOCS_PRIVATE_ACCESS_GCP])
    .program(&[KindId::Peering], check);

fn check(cx: &mut Context<'_>) {
    let message = "no resource in the program creates the peering in the opposite direction on Google Cloud";
    check_counterpart(cx, Cloud::Gcp, message, |peering, keys| {
        format!(
            "add a {peering} that exports and imports custom routes; the `providerMetadata` of the peering names the \
             other network: {keys}"
        )
    });
}
