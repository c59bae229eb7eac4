//! `region` must not be in an isolated partition of its cloud, such as GovCloud or China.
//!
//! ## Why
//! GovCloud, China, the isolated regions and the European Sovereign Cloud require separate accounts, and the service is
//! not offered in them. Creating a network there fails during the deployment.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "region": "us-gov-west-1" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "region": "us-west-2" } }
//! ```

use crate::model::network;
use crate::rules::faults::network::RegionFault;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_FAQ, source::CLOUD_KNOWLEDGE])
    .on(&[FaultCheck::NetworkRegion(check)]);

fn check<'a>(cx: &mut Context<'a>, net: Network<'a>, fault: &RegionFault<'a>) {
    let RegionFault::Isolated(region, partition) = fault else { return };
    let (shown, cloud) = (quoted(region.written), region.cloud);
    let message = format!(
        "the region {shown} is in the {} partition of {}, where the service is not offered",
        partition.name, cloud.name
    );
    let finding = Finding::at(net.resource, network::REGION, message);
    cx.report(finding.help(format!("use a region that is open to every {} account", cloud.name)));
}
