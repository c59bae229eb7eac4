//! `peerNetworkRegion` must be spelled the way the cloud of the peer network spells regions.
//!
//! ## Why
//! The three clouds spell the same regions differently, and the provider does not validate regions. On Azure, most
//! peerings that never complete have a wrong region.
//! ## Example
//! ```json
//! { "kind": "Peering", "args": { "peerResourceProvider": "aws", "peerNetworkRegion": "us-east1" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Peering", "args": { "peerResourceProvider": "aws", "peerNetworkRegion": "us-east-1" } }
//! ```

use crate::model::peering;
use crate::rules::faults::region::Misspelled;
use crate::rules::prelude::*;
use crate::rules::shared::regions::misspelled;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::DOCS_AUTOMATION_TERRAFORM, source::DOCS_PRIVATE_ACCESS_AZURE])
    .on(&[FaultCheck::PeeringRegion(check)]);

fn check<'a>(cx: &mut Context<'a>, peering: Peering<'a>, fault: &Misspelled<'a>) {
    if fault.is_clear() {
        return;
    }
    cx.report(misspelled(peering.resource, peering::PEER_NETWORK_REGION, fault));
}
