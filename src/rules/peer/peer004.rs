//! ## What it checks
//! That `peerNetworkRegion` is the region of the network which `networkId` refers to.
//! ## Why
//! The pages about automation forbid peerings between regions, those about networking allow them for more latency and
//! cost. Nobody knows before the service is asked.
//! ## Example
//! ```json
//! { "resources": [
//!     { "kind": "Network", "name": "net", "args": { "region": "us-west-2" } },
//!     { "kind": "Peering", "name": "apps", "args": { "networkId": { "ref": "net" }, "peerNetworkRegion": "us-east-1" } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "resources": [
//!     { "kind": "Network", "name": "net", "args": { "region": "us-east-1" } },
//!     { "kind": "Peering", "name": "apps", "args": { "networkId": { "ref": "net" }, "peerNetworkRegion": "us-east-1" } }
//! ] }
//! ```

use super::shared::{cloud, network_cloud};
use crate::model::{network, peering};
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "PEER004",
    name: "peer-region-mismatch",
    title: "Both ends of a peering are in one region",
    severity: Severity::Warning,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &[
        "kurrent-io/documentation:docs/cloud/automation/terraform.md",
        "kurrent-io/documentation:docs/cloud/networking/private-network.md",
    ],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Peering], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(cloud) = cloud(cx, resource) else { return };
    let Some(written) = cx.text(resource, peering::PEER_NETWORK_REGION).known() else { return };
    let spelt = written.trim().to_lowercase();
    // Other spellings are reported as such, and other clouds too.
    if !cloud.id.spells(&spelt) {
        return;
    }
    let Some((net, _)) = network_cloud(cx, resource).filter(|(_, own)| own.id == cloud.id) else { return };
    let Some(own) = cx.text(net, network::REGION).known() else { return };
    let own_spelt = own.trim().to_lowercase();
    if spelt == own_spelt || !cloud.id.spells(&own_spelt) {
        return;
    }
    let message = format!(
        "the peer network is in {}, but the network {} is in {}",
        quoted(written),
        quoted(&net.name),
        quoted(own)
    );
    let help =
        "put both into one region; between regions, ask support whether it is possible, and expect latency and cost";
    let finding = Finding::at(resource, peering::PEER_NETWORK_REGION, message).help(help);
    cx.report(finding.related_at(net, network::REGION));
}
