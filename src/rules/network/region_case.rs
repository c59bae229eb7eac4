//! `region` must be in lower case, without white space around it.
//!
//! ## Why
//! The region is sent to the service as it is written, and changing it replaces the network. If the service rejects the
//! spelling, the deployment fails; if it corrects the spelling, a later deployment may replace the network.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "region": "US-East-1 " } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "region": "us-east-1" } }
//! ```

use crate::model::network;
use crate::rules::faults::network::RegionFault;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_NETWORK])
    .on(&[FaultCheck::NetworkRegion(check)]);

fn check<'a>(cx: &mut Context<'a>, net: Network<'a>, fault: &RegionFault<'a>) {
    let RegionFault::Case(region, row) = fault else { return };
    let message = format!("region {} differs from its code in case or white space", quoted(region.written));
    cx.report(Finding::at(net.resource, network::REGION, message).use_value(network::REGION, row.id.as_str()));
}
