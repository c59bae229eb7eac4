//! `peerNetworkRegion` must be the region of the network that `networkId` refers to.
//!
//! ## Why
//! The pages about automation forbid peerings between regions; the pages about networking allow them, at the price of
//! latency and cost. Which is right shows only during the deployment, when the service accepts or rejects the peering.
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

use crate::model::{network, peering};
use crate::rules::prelude::*;
use crate::rules::shared::peering::{cloud, network_cloud};

pub const RULE: Rule = Rule::warning(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_AUTOMATION_TERRAFORM, source::DOCS_NETWORKING_PRIVATE_NETWORK])
    .each_resource(&[KindId::Peering], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(cloud) = cloud(cx, resource) else { return };
    let Some(written) = cx.text(resource, peering::PEER_NETWORK_REGION).known() else { return };
    let region = written.trim().to_lowercase();
    // Other rules are about other spellings and other clouds.
    if !cloud.id.spells(&region) {
        return;
    }
    let Some((net, _)) = network_cloud(cx, resource).filter(|(_, own)| own.id == cloud.id) else { return };
    let Some(own) = cx.text(net, network::REGION).known() else { return };
    let own_region = own.trim().to_lowercase();
    if region == own_region || !cloud.id.spells(&own_region) {
        return;
    }
    let message = format!(
        "`peerNetworkRegion` is {}, but the network {} is in {}",
        quoted(written),
        quoted(&net.name),
        quoted(own)
    );
    let help = "use the same region for both networks, or ask support whether a peering between regions is possible; \
                it adds latency and cost";
    let finding = Finding::at(resource, peering::PEER_NETWORK_REGION, message).help(help);
    cx.report(finding.related_at(net, network::REGION));
}
