//! `region` must have at least three availability zones.
//!
//! ## Why
//! The service offers only regions with at least three availability zones, and rejects a network in any other region
//! when it is created. In some regions, the number of zones depends on the account: in the AWS region `us-west-1`, most
//! accounts have two.
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
use crate::rules::shared::network::other_region;

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
    let other = other_region(cx, region.cloud, row);
    let finding = Finding::at(net.resource, network::REGION, message);
    cx.report(finding.suggest(network::REGION, [other], |listed| {
        format!("use a region with 3 zones, which the service requires, such as {listed}")
    }));
}
