//! `peerNetworkId` must be the id of a VPC when the peer network is on AWS.
//!
//! ## Why
//! The name of a VPC is only a tag, which AWS does not look up. The provider passes on any string, so a name is
//! rejected only when the peering is created.
//! ## Example
//! ```json
//! { "kind": "Peering", "args": { "peerNetworkId": "my-vpc" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Peering", "args": { "peerNetworkId": "vpc-0a1b2c3d4e5f67890" } }
//! ```

use crate::rules::prelude::*;
use crate::rules::shared::peering::{Identifier, check_identifier};

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::DOCS_AUTOMATION_TERRAFORM, source::CLOUD_KNOWLEDGE])
    .each_resource(&[KindId::Peering], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    check_identifier(cx, resource, (Cloud::Aws, Identifier::NETWORK), "the id of an AWS VPC", |_| None);
}
