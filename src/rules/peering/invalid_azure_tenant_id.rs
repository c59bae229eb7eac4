//! The account of a peer network on Azure is the tenant id.
//!
//! ## Why
//! The service asks for the tenant. Tenants and subscriptions have ids of the same shape, so only the subscription in
//! the id of the network tells that the wrong one was taken.
//! ## Example
//! ```json
//! { "kind": "Peering", "args": { "peerResourceProvider": "azure", "peerNetworkRegion": "eastus",
//!     "peerAccountId": "7b2f3c4d-1a2b-4c3d-8e9f-0a1b2c3d4e5f",
//!     "peerNetworkId": "/subscriptions/7b2f3c4d-1a2b-4c3d-8e9f-0a1b2c3d4e5f/resourceGroups/apps/providers/Microsoft.Network/virtualNetworks/apps"
//! } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Peering", "args": { "peerResourceProvider": "azure", "peerNetworkRegion": "eastus",
//!     "peerAccountId": "0f8fad5b-d9cb-469f-a165-70867728950e",
//!     "peerNetworkId": "/subscriptions/7b2f3c4d-1a2b-4c3d-8e9f-0a1b2c3d4e5f/resourceGroups/apps/providers/Microsoft.Network/virtualNetworks/apps"
//! } }
//! ```

use crate::model::peering;
use crate::rules::prelude::*;
use crate::rules::shared::peering::{Identifier, cloud, is_of_another_cloud, is_subscription, misshapen, spelt};

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Service)
    .source(&[source::DOCS_PRIVATE_ACCESS_AZURE, source::PROVIDER_EXAMPLE_AZURE])
    .each_resource(&[KindId::Peering], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if subscription(cx, resource) {
        if is_of_another_cloud(cx, resource, Cloud::Azure) {
            return;
        }
        let message = "the `peerAccountId` is the subscription of the network, where the tenant belongs";
        let help = "write the id of the tenant: the console shows it as `Tenant ID`, `az account show` as `tenantId`";
        let finding = Finding::at(resource, peering::PEER_ACCOUNT_ID, message).help(help);
        cx.report(finding.related_at(resource, peering::PEER_NETWORK_ID));
        return;
    }
    let [identifier, _] = Identifier::of(Cloud::Azure);
    let Some(found) = misshapen(cx, resource, Cloud::Azure, &identifier, "the id of a tenant") else { return };
    let finding = spelt(cx, Cloud::Azure, &identifier, found, None);
    cx.report(finding);
}

/// Whether the account is the subscription that the network is in.
fn subscription<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> bool {
    if cloud(cx, resource).is_none_or(|row| row.id != Cloud::Azure) {
        return false;
    }
    let Some(account) = cx.text(resource, peering::PEER_ACCOUNT_ID).known() else { return false };
    let net = cx.text(resource, peering::PEER_NETWORK_ID).known();
    net.is_some_and(|net| is_subscription(account, net))
}
