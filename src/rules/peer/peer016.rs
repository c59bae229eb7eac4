//! ## What it checks
//! That `peerNetworkId` is the whole resource id of a virtual network where the peer network is on Azure.
//! ## Why
//! The service finds subscription, resource group and network in the id. A name alone does not tell them, and is
//! refused when the peering is made.
//! ## Example
//! ```json
//! { "kind": "Peering", "args": { "peerResourceProvider": "azure", "peerNetworkRegion": "eastus", "peerAccountId": "0f8fad5b-d9cb-469f-a165-70867728950e", "peerNetworkId": "my-vnet" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Peering", "args": { "peerResourceProvider": "azure", "peerNetworkRegion": "eastus", "peerAccountId": "0f8fad5b-d9cb-469f-a165-70867728950e", "peerNetworkId": "/subscriptions/7b2f3c4d-1a2b-4c3d-8e9f-0a1b2c3d4e5f/resourceGroups/apps/providers/Microsoft.Network/virtualNetworks/apps" } }
//! ```

use super::shared::{Identifier, misshapen, spelt};
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "PEER016",
    name: "no-azure-network-id",
    title: "The peer network on Azure is named by its resource id",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &[
        "kurrent-io/documentation:docs/cloud/getting-started/private-access/azure.md",
        "EventStore/terraform-provider-eventstorecloud:examples/azure/main.tf",
    ],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Peering], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let [_, identifier] = Identifier::of(Cloud::Azure);
    let Some(found) = misshapen(cx, resource, Cloud::Azure, &identifier, "the resource id of an Azure virtual network")
    else {
        return;
    };
    let finding = spelt(cx, Cloud::Azure, &identifier, found, None);
    cx.report(finding);
}
