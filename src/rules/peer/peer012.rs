//! ## What it checks
//! That `peerNetworkId` is the id of a VPC where the peer network is on AWS.
//! ## Why
//! The name of a VPC is a tag, which AWS does not look up. The provider passes any text on, so it is refused when the
//! peering is made.
//! ## Example
//! ```json
//! { "kind": "Peering", "args": { "peerNetworkId": "my-vpc" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Peering", "args": { "peerNetworkId": "vpc-0a1b2c3d4e5f67890" } }
//! ```

use super::shared::{Identifier, misshapen, spelt};
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "PEER012",
    name: "no-aws-vpc-id",
    title: "The peer network on AWS is named by the id of a VPC",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &["kurrent-io/documentation:docs/cloud/automation/terraform.md", "general cloud knowledge"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Peering], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let [_, identifier] = Identifier::of(Cloud::Aws);
    let Some(found) = misshapen(cx, resource, Cloud::Aws, &identifier, "the id of an AWS VPC") else { return };
    let finding = spelt(cx, Cloud::Aws, &identifier, found, None);
    cx.report(finding);
}
