//! ## What it checks
//! That `peerNetworkRegion` is spelt the way the cloud of the peer network spells regions.
//! ## Why
//! The three clouds spell the same places differently, and the provider checks regions not at all. A wrong one is what
//! leaves most peerings on Azure waiting.
//! ## Example
//! ```json
//! { "kind": "Peering", "args": { "peerResourceProvider": "aws", "peerNetworkRegion": "us-east1" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Peering", "args": { "peerResourceProvider": "aws", "peerNetworkRegion": "us-east-1" } }
//! ```

use super::shared::{cloud, is_of_another_cloud};
use crate::model::peering;
use crate::rules::prelude::*;
use crate::rules::regions::misspelt;

pub(super) static RULE: Rule = Rule {
    code: "PEER005",
    name: "peer-region-of-another-cloud",
    title: "The region of a peer network is spelt as its cloud spells regions",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &[
        "kurrent-io/documentation:docs/cloud/automation/terraform.md",
        "kurrent-io/documentation:docs/cloud/getting-started/private-access/azure.md",
    ],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Peering], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(cloud) = cloud(cx, resource) else { return };
    let Some(written) = cx.text(resource, peering::PEER_NETWORK_REGION).known() else { return };
    let Some(finding) = misspelt(cx, resource, peering::PEER_NETWORK_REGION, cloud, written) else { return };
    if !is_of_another_cloud(cx, resource, cloud.id) {
        cx.report(finding);
    }
}
