//! `peerResourceProvider` must name a supported cloud (`aws`, `gcp` or `azure`), without white space around it.
//!
//! ## Why
//! The provider accepts only these three names and rejects everything else at preview. It ignores case, but does not
//! remove white space. The right name is always that of the cloud of the network that `networkId` refers to.
//! ## Example
//! ```json
//! { "kind": "Peering", "args": { "peerResourceProvider": "digitalocean" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Peering", "args": { "peerResourceProvider": "aws" } }
//! ```

use crate::catalogue::rows::CloudRow;
use crate::model::peering;
use crate::rules::faults::peering::CloudFault;
use crate::rules::prelude::*;
use crate::rules::shared::network::{suggest_cloud, unknown_cloud};

pub const RULE: Rule =
    Rule::error(DetectedAt::Preview).source(&[source::PROVIDER_PEERING]).on(&[FaultCheck::PeeringCloud(check)]);

fn check<'a>(cx: &mut Context<'a>, peering: Peering<'a>, fault: &CloudFault<'a>) {
    let CloudFault::Unknown(written) = fault else { return };
    let (finding, guessed) = unknown_cloud(cx, peering.resource, peering::PEER_RESOURCE_PROVIDER, written);
    if let Some(cloud) = peering.cloud(cx).value {
        cx.report(finding.use_value(peering::PEER_RESOURCE_PROVIDER, cloud.id.as_str()));
        return;
    }
    if let Some((cloud, region)) = peering.exchanged_cloud(cx, written) {
        let finding = finding.swapped("peerResourceProvider", "peerNetworkRegion");
        cx.report(finding.set(peering::PEER_RESOURCE_PROVIDER, cloud).set(peering::PEER_NETWORK_REGION, region));
        return;
    }
    // Both ends are in one cloud, so the cloud of the network is better than a guess.
    let own = peering.network_cloud(cx).map(|(_, row)| row);
    let clouds: Vec<&CloudRow> = cx.catalogue().clouds().filter(|row| own.is_none_or(|own| own.id == row.id)).collect();
    let suited: Vec<&CloudRow> = clouds.into_iter().filter(|cloud| peering.may_suit(cx, cloud)).collect();
    let is_suited = |cloud: &&CloudRow| suited.iter().any(|suited| suited.id == cloud.id);
    let Some(cloud) = own.or(guessed).filter(is_suited) else {
        let finding = suggest_cloud(cx, finding, peering::PEER_RESOURCE_PROVIDER, &suited);
        cx.report(finding);
        return;
    };
    let id = cloud.id.as_str();
    let finding =
        finding.suggest(peering::PEER_RESOURCE_PROVIDER, [id], |listed| format!("use {listed} for {}", cloud.name));
    // A guess becomes certain when everything else is spelled as in that cloud.
    let is_certain = peering.suits(cx, cloud);
    cx.report(if is_certain { finding.set(peering::PEER_RESOURCE_PROVIDER, id) } else { finding });
}
