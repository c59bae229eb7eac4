//! `peerAccountId` must be the id of a project when the peer network is on Google Cloud.
//!
//! ## Why
//! A project has an id, a number and a name, and the peering needs the id. The other two are rejected when the peering
//! is created.
//! ## Example
//! ```json
//! { "kind": "Peering", "args": { "peerResourceProvider": "gcp", "peerNetworkRegion": "us-east1", "peerAccountId": "123456789012", "peerNetworkId": "apps" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Peering", "args": { "peerResourceProvider": "gcp", "peerNetworkRegion": "us-east1", "peerAccountId": "orders-prod", "peerNetworkId": "apps" } }
//! ```

use crate::rules::prelude::*;
use crate::rules::shared::peering::{Identifier, Instead, check_identifier};

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_PRIVATE_ACCESS_GCP, source::CLOUD_KNOWLEDGE])
    .each_resource(&[KindId::Peering], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let what = "the id of a Google Cloud project";
    check_identifier(cx, resource, (Cloud::Gcp, Identifier::ACCOUNT), what, |text| {
        let is_number = text.bytes().all(|byte| byte.is_ascii_digit()) && !text.is_empty();
        is_number.then_some(Instead::Lookup(
            "use the id of the project, which the Google Cloud console shows beside its number",
        ))
    });
}
