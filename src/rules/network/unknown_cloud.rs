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

use crate::catalogue::rows::CloudRow;
use crate::model::network;
use crate::rules::faults::network::CloudFault;
use crate::rules::prelude::*;
use crate::rules::shared::network::{suggest_cloud, unknown_cloud};

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[source::PROVIDER_PROVIDER, source::ESC_CLI_INFRA_SCHEMAS])
    .on(&[FaultCheck::NetworkCloud(check)]);

fn check<'a>(cx: &mut Context<'a>, net: Network<'a>, fault: &CloudFault<'a>) {
    let CloudFault::Unknown(written) = fault else { return };
    let (finding, meant) = unknown_cloud(cx, net.resource, network::RESOURCE_PROVIDER, written);
    if let Some(cloud) = net.cloud(cx).value {
        cx.report(finding.use_value(network::RESOURCE_PROVIDER, cloud.id.as_str()));
        return;
    }
    if let Some((cloud, region)) = net.exchanged(cx, written) {
        let finding = finding.swapped("resourceProvider", "region");
        cx.report(finding.set(network::RESOURCE_PROVIDER, cloud).set(network::REGION, region));
        return;
    }
    let clouds: Vec<&CloudRow> = cx.catalogue().clouds().collect();
    let suited: Vec<&CloudRow> = clouds.iter().copied().filter(|cloud| net.suits(cx, cloud)).collect();
    let meant = meant.filter(|meant| suited.iter().any(|cloud| cloud.id == meant.id));
    // A guess becomes certain when the region is one of that cloud.
    let certain = meant.filter(|cloud| net.has_region_of(cx, cloud)).map(|cloud| cloud.id.as_str());
    let finding = match meant {
        Some(cloud) => finding.suggest(network::RESOURCE_PROVIDER, [cloud.id.as_str()], |listed| {
            format!("use {listed} for {}", cloud.name)
        }),
        None => suggest_cloud(cx, finding, network::RESOURCE_PROVIDER, &suited),
    };
    cx.report(match certain {
        Some(id) => finding.set(network::RESOURCE_PROVIDER, id),
        None => finding,
    });
}
