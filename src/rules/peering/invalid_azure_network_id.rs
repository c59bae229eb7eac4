//! The peer network on Azure is named by its resource id.
//!
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

use crate::rules::prelude::*;
use crate::rules::shared::peering::{Identifier, misshapen, spelt};

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Service)
    .source(&[source::DOCS_PRIVATE_ACCESS_AZURE, source::PROVIDER_EXAMPLE_AZURE])
    .each_resource(&[KindId::Peering], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let [_, identifier] = Identifier::of(Cloud::Azure);
    let Some(found) = misshapen(cx, resource, Cloud::Azure, &identifier, "the resource id of an Azure virtual network")
    else {
        return;
    };
    let finding = spelt(cx, Cloud::Azure, &identifier, found, None);
    cx.report(finding);
}
