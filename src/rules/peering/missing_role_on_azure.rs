//! A peering to a network on Azure must depend on the resource that grants the service its role there.
//!
//! ## Why
//! The service creates its end of the peering inside your subscription, for which it needs a role. Nothing in the args
//! of the peering refers to the role, so Pulumi may create the peering first unless the dependency is declared. The
//! role may have been granted by another program or by hand, which cannot be seen from the program, so the rule belongs
//! to the profile `strict`.
//! ## Example
//! ```json
//! { "partial": false, "resources": [
//!     { "kind": "Peering", "name": "apps", "args": { "peerResourceProvider": "azure", "peerNetworkRegion": "eastus",
//!         "peerAccountId": "0f8fad5b-d9cb-469f-a165-70867728950e",
//!         "peerNetworkId": "/subscriptions/7b2f3c4d-1a2b-4c3d-8e9f-0a1b2c3d4e5f/resourceGroups/apps/providers/Microsoft.Network/virtualNetworks/apps"
//!     } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "partial": false, "resources": [
//!     { "kind": "azure-native:authorization:RoleAssignment", "name": "peering-role" },
//!     { "kind": "Peering", "name": "apps", "dependsOn": ["peering-role"], "args": {
//!         "peerResourceProvider": "azure", "peerNetworkRegion": "eastus",
//!         "peerAccountId": "0f8fad5b-d9cb-469f-a165-70867728950e",
//!         "peerNetworkId": "/subscriptions/7b2f3c4d-1a2b-4c3d-8e9f-0a1b2c3d4e5f/resourceGroups/apps/providers/Microsoft.Network/virtualNetworks/apps"
//!     } }
//! ] }
//! ```

use crate::collect;
use crate::rules::prelude::*;
use crate::rules::shared::peering::{counterparts, of_cloud};

pub const RULE: Rule = Rule::warning(DetectedAt::Service)
    .strict()
    .source(&[source::PROVIDER_EXAMPLE_AZURE, source::DOCS_PRIVATE_ACCESS_AZURE])
    .program(&[KindId::Peering], check);

fn check(cx: &mut Context<'_>) {
    let Some(side) = cx.catalogue().peer_side(Cloud::Azure).filter(|_| cx.program().is_whole) else { return };
    let roles = collect::set(counterparts(cx, Cloud::Azure).map(|role| role.name.as_str()));
    let application = side.application_id.as_ref().map_or("", |id| id.as_str());
    for peering in of_cloud(cx, Cloud::Azure) {
        let is_after = peering.depends_on.iter().any(|name| roles.contains(name.as_str()));
        if is_after || (peering.may_depend_on_more && !roles.is_empty()) {
            continue;
        }
        let role = side.counterpart();
        let (message, help) = match roles.first() {
            None => (
                "no resource in the program grants the service its role on Azure",
                format!(
                    "add a service principal of the application `{application}`, a role with the network actions that \
                     the guide lists, and a `{role}` that the peering depends on"
                ),
            ),
            Some(name) => (
                "the peering does not depend on the resource that grants the service its role on Azure",
                format!(
                    "add the `{role}` for the application `{application}`, such as {}, to the `dependsOn` of \
                     the peering",
                    quoted(name)
                ),
            ),
        };
        cx.report(Finding::on(peering, "", message).help(help));
    }
}
