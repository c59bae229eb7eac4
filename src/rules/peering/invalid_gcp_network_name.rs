//! `peerNetworkId` must be the name of a VPC, without its path, when the peer network is on Google Cloud.
//!
//! ## Why
//! The service combines the project and the name into a path itself. A path, or a link such as the `selfLink` of a
//! network, is not a name and is rejected when the peering is created.
//! ## Example
//! ```json
//! { "kind": "Peering", "args": { "peerResourceProvider": "gcp", "peerNetworkRegion": "us-east1", "peerAccountId": "orders-prod", "peerNetworkId": "projects/orders-prod/global/networks/apps" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Peering", "args": { "peerResourceProvider": "gcp", "peerNetworkRegion": "us-east1", "peerAccountId": "orders-prod", "peerNetworkId": "apps" } }
//! ```

use crate::model::peering;
use crate::rules::faults::peering::{IdFault, NotAnId};
use crate::rules::prelude::*;
use crate::rules::shared::peering::not_an_id;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::PROVIDER_EXAMPLE_GCP, source::DOCS_AUTOMATION_TERRAFORM])
    .on(&[FaultCheck::PeeringPeerNetwork(check)]);

fn check<'a>(cx: &mut Context<'a>, peering: Peering<'a>, fault: &IdFault<'a>) {
    let IdFault { cloud: Cloud::Gcp, id, .. } = fault else { return };
    let finding = not_an_id(cx, peering, peering::PEER_NETWORK_ID, fault, "the name of a Google Cloud VPC");
    let finding = match id {
        NotAnId::Contains(last) if peering.exchanged(cx).is_none() => {
            finding.suggest(peering::PEER_NETWORK_ID, [last.as_str()], |listed| {
                format!("use only the last part, {listed}; in a program, that is the `name` of the network")
            })
        }
        _ => finding,
    };
    cx.report(finding);
}
