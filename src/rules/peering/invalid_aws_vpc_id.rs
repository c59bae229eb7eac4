//! The peer network on AWS is named by the id of a VPC.
//!
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

use crate::rules::prelude::*;
use crate::rules::shared::peering::{Identifier, misshapen, spelt};

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Service)
    .source(&[source::DOCS_AUTOMATION_TERRAFORM, source::CLOUD_KNOWLEDGE])
    .each_resource(&[KindId::Peering], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let [_, identifier] = Identifier::of(Cloud::Aws);
    let Some(found) = misshapen(cx, resource, Cloud::Aws, &identifier, "the id of an AWS VPC") else { return };
    let finding = spelt(cx, Cloud::Aws, &identifier, found, None);
    cx.report(finding);
}
