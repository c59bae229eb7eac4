//! `peerResourceProvider` must be in lower case.
//!
//! ## Why
//! The provider accepts any case, so the peering is created, and keeps the value as it is written, while the service
//! returns it in lower case. The two never match, and the property cannot be changed in place, so every deployment replaces
//! the peering.
//! ## Example
//! ```json
//! { "kind": "Peering", "args": { "peerResourceProvider": "AWS" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Peering", "args": { "peerResourceProvider": "aws" } }
//! ```

use crate::model::peering;
use crate::rules::faults::peering::CloudFault;
use crate::rules::prelude::*;

pub const RULE: Rule =
    Rule::error(DetectedAt::Undetected).source(&[source::PROVIDER_PEERING]).on(&[FaultCheck::PeeringCloud(check)]);

fn check<'a>(cx: &mut Context<'a>, peering: Peering<'a>, fault: &CloudFault<'a>) {
    let CloudFault::Spelling(written, cloud) = fault else { return };
    let id = cloud.id.as_str();
    let message = format!(
        "`peerResourceProvider` is {}, but the service returns `{id}`, so every deployment replaces the peering",
        quoted(written)
    );
    let finding = Finding::at(peering.resource, peering::PEER_RESOURCE_PROVIDER, message);
    let help = |listed: &str| {
        format!("use {listed}, or refer to the `resourceProvider` of the network if that is in lower case")
    };
    cx.report(finding.suggest(peering::PEER_RESOURCE_PROVIDER, [id], help).set(peering::PEER_RESOURCE_PROVIDER, id));
}
