//! `peerNetworkRegion` must be the code of the region, in lower case, not the name that people read.
//!
//! ## Why
//! The region is sent to the service as it is written, and changing it replaces the peering. If the service rejects the
//! spelling, the deployment fails; if it corrects the spelling, a later deployment may replace the peering.
//! ## Example
//! ```json
//! { "kind": "Peering", "args": { "peerResourceProvider": "aws", "peerNetworkRegion": "US-East-1" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Peering", "args": { "peerResourceProvider": "aws", "peerNetworkRegion": "us-east-1" } }
//! ```

use crate::model::peering;
use crate::rules::faults::region::{Meant, Misspelled};
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_AUTOMATION_TERRAFORM, source::DOCS_PRIVATE_ACCESS_AZURE])
    .on(&[FaultCheck::PeeringRegion(check)]);

fn check<'a>(cx: &mut Context<'a>, peering: Peering<'a>, fault: &Misspelled<'a>) {
    let (shown, cloud) = (quoted(fault.written), &fault.cloud.name);
    let (message, code) = match &fault.meant {
        Meant::Lower(code) => (format!("region {shown} differs from its code in case or white space"), code.as_str()),
        Meant::Same(row) if fault.is_clear() => {
            (format!("{shown} is not the programmatic name of any {cloud} region"), row.id.as_str())
        }
        _ => return,
    };
    let id = peering::PEER_NETWORK_REGION;
    cx.report(Finding::at(peering.resource, id, message).use_value(id, code));
}
