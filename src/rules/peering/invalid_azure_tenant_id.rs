//! `peerAccountId` must be the id of the tenant, not of the subscription, when the peer network is on Azure.
//!
//! ## Why
//! The service needs the id of the tenant. The ids of tenants and subscriptions have the same form, so only a
//! comparison with the subscription in `peerNetworkId` shows that the wrong id was used.
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
use crate::rules::faults::peering::{IdFault, Subscription};
use crate::rules::prelude::*;
use crate::rules::shared::peering::not_an_id;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::DOCS_PRIVATE_ACCESS_AZURE, source::PROVIDER_EXAMPLE_AZURE])
    .on(&[FaultCheck::PeeringTenant(check_tenant), FaultCheck::PeeringAccount(check)]);

fn check_tenant<'a>(cx: &mut Context<'a>, peering: Peering<'a>, Subscription: &Subscription) {
    let message = "`peerAccountId` is the id of the subscription in `peerNetworkId`; it must be the id of the tenant";
    let help =
        "use the id of the tenant, which the Azure portal shows as `Tenant ID` and `az account show` as `tenantId`";
    let finding = Finding::at(peering.resource, peering::PEER_ACCOUNT_ID, message).help(help);
    cx.report(finding.related_at(peering.resource, peering::PEER_NETWORK_ID));
}

fn check<'a>(cx: &mut Context<'a>, peering: Peering<'a>, fault: &IdFault<'a>) {
    let IdFault { cloud: Cloud::Azure, .. } = fault else { return };
    let finding = not_an_id(cx, peering, peering::PEER_ACCOUNT_ID, fault, "the id of an Azure tenant");
    cx.report(finding);
}
