//! `peerAccountId` must be the id of a project when the peer network is on Google Cloud.
//!
//! ## Why
//! A project has an id, a number and a name, and the peering needs the id. The other two are rejected when the peering
//! is created.
//! ## Example
//! ```json
//! { "kind": "Peering", "args": { "peerResourceProvider": "gcp", "peerNetworkRegion": "us-east1", "peerAccountId": "123456789012", "peerNetworkId": "apps" } }
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
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_PRIVATE_ACCESS_GCP, source::CLOUD_KNOWLEDGE])
    .on(&[FaultCheck::PeeringAccount(check)]);

fn check<'a>(cx: &mut Context<'a>, peering: Peering<'a>, fault: &IdFault<'a>) {
    let IdFault { cloud: Cloud::Gcp, id, .. } = fault else { return };
    let finding = not_an_id(cx, peering, peering::PEER_ACCOUNT_ID, fault, "the id of a Google Cloud project");
    cx.report(match id {
        NotAnId::Number => {
            finding.help("use the id of the project, which the Google Cloud console shows beside its number")
        }
        _ => finding,
    });
}
