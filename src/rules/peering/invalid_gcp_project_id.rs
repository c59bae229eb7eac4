//! The account of a peer network on Google Cloud is a project id.
//!
//! ## Why
//! A project has an id, a number and a name, and the peering needs the id. The other two are refused when the peering
//! is made.
//! ## Example
//! ```json
//! { "kind": "Peering", "args": { "peerResourceProvider": "gcp", "peerNetworkRegion": "us-east1", "peerAccountId": "123456789012", "peerNetworkId": "apps" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Peering", "args": { "peerResourceProvider": "gcp", "peerNetworkRegion": "us-east1", "peerAccountId": "orders-prod", "peerNetworkId": "apps" } }
//! ```

use crate::rules::prelude::*;
use crate::rules::shared::peering::{Identifier, misshapen, spelt};

pub(super) const RULE: Rule = Rule::error()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Service)
    .source(&[source::DOCS_PRIVATE_ACCESS_GCP, source::CLOUD_KNOWLEDGE])
    .each_resource(&[KindId::Peering], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let [identifier, _] = Identifier::of(Cloud::Gcp);
    let Some((finding, text)) = misshapen(cx, resource, Cloud::Gcp, &identifier, "the id of a Google Cloud project")
    else {
        return;
    };
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit()) && !text.is_empty();
    let instead =
        is_number.then(|| "write the id of the project, which the console shows beside its number".to_string());
    let finding = spelt(cx, Cloud::Gcp, &identifier, (finding, text), instead);
    cx.report(finding);
}
