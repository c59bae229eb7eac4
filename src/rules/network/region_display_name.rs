//! An Azure `region` must be written as its programmatic name, not as its display name.
//!
//! ## Why
//! The guides use both names. The region is sent to the service as it is written, and changing it replaces the network.
//! If the service answers with the programmatic name, every later deployment tries to replace the network and
//! everything in it.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "resourceProvider": "azure", "region": "East US" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "resourceProvider": "azure", "region": "eastus" } }
//! ```

use crate::model::network;
use crate::rules::faults::network::RegionFault;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_AUTOMATION_TERRAFORM, source::PROVIDER_NETWORK, source::PROVIDER_EXAMPLE_AZURE])
    .on(&[FaultCheck::NetworkRegion(check)]);

fn check<'a>(cx: &mut Context<'a>, net: Network<'a>, fault: &RegionFault<'a>) {
    let RegionFault::DisplayName(region, row) = fault else { return };
    let (shown, cloud) = (quoted(region.written), &region.cloud.name);
    let message = format!("{shown} is not the programmatic name of any {cloud} region");
    cx.report(Finding::at(net.resource, network::REGION, message).use_value(network::REGION, row.id.as_str()));
}
