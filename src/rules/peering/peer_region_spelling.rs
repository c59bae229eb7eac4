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
use crate::rules::prelude::*;
use crate::rules::shared::peering::{cloud, is_of_another_cloud};
use crate::rules::shared::regions::misspelled;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::DOCS_AUTOMATION_TERRAFORM, source::DOCS_PRIVATE_ACCESS_AZURE])
    .each_resource(&[KindId::Peering], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(cloud) = cloud(cx, resource) else { return };
    let Some(written) = cx.text(resource, peering::PEER_NETWORK_REGION).known() else { return };
    let Some(finding) = misspelled(cx, resource, peering::PEER_NETWORK_REGION, cloud, written) else { return };
    if !is_of_another_cloud(cx, resource, cloud.id) {
        cx.report(finding);
    }
}
