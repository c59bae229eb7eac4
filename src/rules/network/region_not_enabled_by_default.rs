//! `region` must be one that is enabled by default, not an opt-in region.
//!
//! ## Why
//! The service offers the regions that AWS enables by default. Other regions are enabled for an organisation on
//! request; until then, the service rejects a network in one of them.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "region": "eu-south-1" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "region": "eu-central-1" } }
//! ```

use crate::model::network;
use crate::rules::faults::network::OfferFault;
use crate::rules::prelude::*;
use crate::rules::shared::network::suggest_other_region;

pub const RULE: Rule = Rule::warning(DetectedAt::Service)
    .for_new_or_changed()
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_FAQ, source::CLOUD_KNOWLEDGE])
    .on(&[FaultCheck::NetworkOffer(check)]);

fn check<'a>(cx: &mut Context<'a>, net: Network<'a>, fault: &OfferFault<'a>) {
    let OfferFault::NotEnabled(region, row) = fault else { return };
    let (shown, name) = (quoted(region.written), &region.cloud.name);
    let message = format!("the {name} region {shown} must first be enabled for your organisation");
    let finding = Finding::at(net.resource, network::REGION, message);
    let help = |listed: &str| {
        format!(
            "ask support to enable this one and add it to the option `catalogue.regions`, or use a region that is enabled by \
             default{listed}"
        )
    };
    let finding = suggest_other_region(cx, finding, row, help);
    cx.report(finding);
}
