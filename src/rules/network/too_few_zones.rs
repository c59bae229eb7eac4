//! `region` must have at least three availability zones.
//!
//! ## Why
//! The service offers only regions with at least three availability zones, and rejects a network in any other region
//! when it is created. A region that the service's documentation has once listed is not reported, although most accounts
//! have only two zones in the AWS region `us-west-1`.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "resourceProvider": "azure", "region": "westus" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "resourceProvider": "azure", "region": "westus2" } }
//! ```

use crate::model::network;
use crate::rules::faults::network::OfferFault;
use crate::rules::prelude::*;
use crate::rules::shared::network::suggest_other_region;

pub const RULE: Rule = Rule::warning(DetectedAt::Service)
    .for_new_or_changed()
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_FAQ, source::DOCS_NETWORKING, source::CLOUD_KNOWLEDGE])
    .on(&[FaultCheck::NetworkOffer(check)]);

fn check<'a>(cx: &mut Context<'a>, net: Network<'a>, fault: &OfferFault<'a>) {
    let OfferFault::TooFewZones(region, row) = fault else { return };
    let (shown, name) = (quoted(region.written), &region.cloud.name);
    let message = match row.zones {
        Some(zones) => {
            format!("the {name} region {shown} has only {zones} availability zones for most accounts")
        }
        None => format!("the {name} region {shown} has fewer than 3 availability zones"),
    };
    let finding = Finding::at(net.resource, network::REGION, message);
    let help = |listed: &str| format!("use a region with 3 zones, which the service requires{listed}");
    let finding = suggest_other_region(cx, finding, row, help);
    cx.report(finding);
}
