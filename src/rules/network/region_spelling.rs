//! `region` must be spelled the way its cloud spells regions.
//!
//! ## Why
//! The three clouds spell the same regions differently, and the provider does not validate regions. `us-east1` is a
//! region of Google Cloud; on AWS, it fails only during the deployment, when the service is asked to create a network
//! there.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "resourceProvider": "aws", "region": "us-east1" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "resourceProvider": "aws", "region": "us-east-1" } }
//! ```

use crate::model::network;
use crate::rules::faults::network::RegionFault;
use crate::rules::prelude::*;
use crate::rules::shared::regions::misspelled;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::DOCS_AUTOMATION_TERRAFORM, source::PROVIDER_NETWORK])
    .on(&[FaultCheck::NetworkRegion(check)]);

fn check<'a>(cx: &mut Context<'a>, net: Network<'a>, fault: &RegionFault<'a>) {
    let RegionFault::Spelling(misspelling) = fault else { return };
    cx.report(misspelled(net.resource, network::REGION, misspelling));
}
