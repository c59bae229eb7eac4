//! `resourceProvider` must name a supported cloud (`aws`, `gcp` or `azure`), without white space around it.
//!
//! ## Why
//! The provider accepts only these three names and rejects everything else at preview, even the full name of a cloud
//! such as `google`. It ignores case, but does not remove white space.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "resourceProvider": "google", "region": "us-east1" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "resourceProvider": "gcp", "region": "us-east1" } }
//! ```

use crate::model::{managed_cluster, network, peering};
use crate::rules::faults::network::CloudFault;
use crate::rules::prelude::*;
use crate::rules::shared::network::{cloud_ids, unknown_cloud};

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[source::PROVIDER_PROVIDER, source::ESC_CLI_INFRA_SCHEMAS])
    .on(&[FaultCheck::NetworkCloud(check)]);

fn check<'a>(cx: &mut Context<'a>, net: Network<'a>, fault: &CloudFault<'a>) {
    let CloudFault::Unknown(written) = fault else { return };
    let (finding, meant) = unknown_cloud(cx, net.resource, network::RESOURCE_PROVIDER, written);
    let Some(cloud) = meant else {
        let ids = cloud_ids(cx);
        cx.report(finding.suggest(network::RESOURCE_PROVIDER, ids, |listed| format!("use {listed}")));
        return;
    };
    let id = cloud.id.as_str();
    let finding =
        finding.suggest(network::RESOURCE_PROVIDER, [id], |listed| format!("use {listed} for {}", cloud.name));
    // A guess becomes certain when the region is one of that cloud and nothing else may name another one.
    let program = cx.program();
    let others = [peering::KIND.name, managed_cluster::KIND.name];
    let is_alone = others.iter().all(|kind| program.of_kind(kind).next().is_none());
    let is_certain = net.has_region_of(cx, cloud) && is_alone;
    cx.report(if is_certain { finding.set(network::RESOURCE_PROVIDER, id) } else { finding });
}
