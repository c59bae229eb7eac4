//! ## What it checks
//! That a program with a peering to a network on Azure gives the application of the service a role there, and that the
//! peering depends on it.
//! ## Why
//! The service makes its end inside your subscription, and may do so only with a role. Nothing in the args of the
//! peering refers to the role, so the order has to be said. The role may well be granted by another program or by hand,
//! which cannot be seen here: the rule is in the strict profile only.
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

use super::shared::{counterparts, of_cloud};
use crate::collect;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "PEER022",
    name: "no-role-on-azure",
    title: "On Azure, the service has its role before the peering is made",
    severity: Severity::Warning,
    confidence: Confidence::High,
    profile: Profile::Strict,
    caught_today: CaughtToday::Api,
    source: &[
        "EventStore/terraform-provider-eventstorecloud:examples/azure/main.tf",
        "kurrent-io/documentation:docs/cloud/getting-started/private-access/azure.md",
    ],
    since: "0.1.0",
    check: Check::Program(&[KindId::Peering], check),
};

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
                "nothing in the program gives the service a role on the side of Azure",
                format!(
                    "add a service principal of the application `{application}`, a role with the network actions that \
                     the guide lists, a `{role}`, and let the peering depend on it"
                ),
            ),
            Some(name) => (
                "nothing says that the peering is made after the role is given",
                format!(
                    "let the peering depend on the `{role}` for the application `{application}`, such as {}",
                    quoted(name)
                ),
            ),
        };
        cx.report(Finding::on(peering, "", message).help(help));
    }
}
