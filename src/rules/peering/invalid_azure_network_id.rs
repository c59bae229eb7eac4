//! `peerNetworkId` must be the full resource id of a virtual network when the peer network is on Azure.
//!
//! ## Why
//! The service reads the subscription, the resource group and the network from the id. A name alone does not contain
//! them, and is rejected when the peering is created.
//! ## Example
//! ```json
//! { "kind": "Peering", "args": { "peerResourceProvider": "azure", "peerNetworkRegion": "eastus", "peerAccountId": "0f8fad5b-d9cb-469f-a165-70867728950e", "peerNetworkId": "my-vnet" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Peering", "args": { "peerResourceProvider": "azure", "peerNetworkRegion": "eastus", "peerAccountId": "0f8fad5b-d9cb-469f-a165-70867728950e", "peerNetworkId": "/subscriptions/7b2f3c4d-1a2b-4c3d-8e9f-0a1b2c3d4e5f/resourceGroups/apps/providers/Microsoft.Network/virtualNetworks/apps" } }
//! ```

use crate::model::peering;
use crate::rules::faults::peering::IdFault;
use crate::rules::prelude::*;
use crate::rules::shared::peering::not_an_id;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::DOCS_PRIVATE_ACCESS_AZURE, source::PROVIDER_EXAMPLE_AZURE])
    .on(&[FaultCheck::PeeringPeerNetwork(check)]);

fn check<'a>(cx: &mut Context<'a>, peering: Peering<'a>, fault: &IdFault<'a>) {
    let IdFault { cloud: Cloud::Azure, .. } = fault else { return };
    let finding =
        not_an_id(cx, peering, peering::PEER_NETWORK_ID, fault, "the resource id of an Azure virtual network");
    cx.report(finding);
}
