//! The peer network on Google Cloud is named by its bare name.
//!
//! ## Why
//! The service puts project and name together by itself. A link such as the `selfLink` of a network, or a path, is not
//! a name and is refused when the peering is made.
//! ## Example
//! ```json
//! { "kind": "Peering", "args": { "peerResourceProvider": "gcp", "peerNetworkRegion": "us-east1", "peerAccountId": "orders-prod", "peerNetworkId": "projects/orders-prod/global/networks/apps" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Peering", "args": { "peerResourceProvider": "gcp", "peerNetworkRegion": "us-east1", "peerAccountId": "orders-prod", "peerNetworkId": "apps" } }
//! ```

use crate::rules::prelude::*;
use crate::rules::shared::peering::{Identifier, misshapen, spelt};

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Service)
    .source(&[source::PROVIDER_EXAMPLE_GCP, source::DOCS_AUTOMATION_TERRAFORM])
    .each_resource(&[KindId::Peering], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let [_, identifier] = Identifier::of(Cloud::Gcp);
    let Some((finding, text)) = misshapen(cx, resource, Cloud::Gcp, &identifier, "the name of a Google Cloud VPC")
    else {
        return;
    };
    let last = text.rsplit_once('/').map(|(_, last)| last).filter(|last| (identifier.fits)(last));
    let instead =
        last.map(|last| format!("write the last part alone, `{last}`: in a program the `name` of the network"));
    let finding = spelt(cx, Cloud::Gcp, &identifier, (finding, text), instead);
    cx.report(finding);
}
