//! ## What it checks
//! That `peerNetworkId` is the name of a VPC where the peer network is on Google Cloud.
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

use super::shared::{Identifier, misshapen, spelt};
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "PEER014",
    name: "no-gcp-network-name",
    title: "The peer network on Google Cloud is named by its bare name",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &[
        "EventStore/terraform-provider-eventstorecloud:examples/gcp/main.tf",
        "kurrent-io/documentation:docs/cloud/automation/terraform.md",
    ],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Peering], check),
};

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
