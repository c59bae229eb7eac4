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

pub const RULE: Rule = Rule::warning(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_AUTOMATION_TERRAFORM, source::DOCS_NETWORKING_PRIVATE_NETWORK])
    .each_resource(&[KindId::Peering], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(peering) = Peering::of(cx, resource) else { return };
    let Some(cloud) = peering.cloud(cx).value else { return };
    let Some(region) = &peering.region(cx).value else { return };
    // A spelling that is to be replaced may be that of another region.
    if region.is_respelled && cx.is_reported(resource, About::PeeringRegion) {
        return;
    }
    let Some((net, _)) = peering.network_cloud(cx).filter(|(_, own)| own.id == cloud.id) else { return };
    let Some(own) = net.region_code(cx).filter(|own| own.code != region.code) else { return };
    let message = format!(
        "`peerNetworkRegion` is {}, but the network {} is in {}",
        quoted(region.written),
        quoted(&net.resource.name),
        quoted(own.written)
    );
    let help = "use the same region for both networks, or ask support whether a peering between regions is possible; \
                it adds latency and cost";
    let finding = Finding::at(resource, peering::PEER_NETWORK_REGION, message).help(help);
    cx.report(finding.related_at(net.resource, network::REGION));
}
