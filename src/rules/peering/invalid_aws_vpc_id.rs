//! `peerNetworkId` must be the id of a VPC when the peer network is on AWS.
//!
//! ## Why
//! The name of a VPC is only a tag, which AWS does not look up. The provider passes on any string, so a name is
//! rejected only when the peering is created.
//! ## Example
//! ```json
//! { "kind": "Peering", "args": { "peerNetworkId": "my-vpc" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Peering", "args": { "peerNetworkId": "vpc-0a1b2c3d4e5f67890" } }
//! ```

use crate::model::peering;
use crate::rules::faults::peering::IdFault;
use crate::rules::prelude::*;
use crate::rules::shared::peering::not_an_id;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::DOCS_AUTOMATION_TERRAFORM, source::CLOUD_KNOWLEDGE])
    .on(&[FaultCheck::PeeringPeerNetwork(check)]);

fn check<'a>(cx: &mut Context<'a>, peering: Peering<'a>, fault: &IdFault<'a>) {
    let IdFault { cloud: Cloud::Aws, .. } = fault else { return };
    let finding = not_an_id(cx, peering, peering::PEER_NETWORK_ID, fault, "the id of an AWS VPC");
    cx.report(finding);
}
