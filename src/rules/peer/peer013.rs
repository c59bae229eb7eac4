//! ## What it checks
//! That `peerAccountId` is the id of a project where the peer network is on Google Cloud.
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

use super::shared::{Identifier, misshapen, spelt};
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "PEER013",
    name: "no-gcp-project-id",
    title: "The account of a peer network on Google Cloud is a project id",
    severity: Severity::Error,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &["kurrent-io/documentation:docs/cloud/getting-started/private-access/gcp.md", "general cloud knowledge"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Peering], check),
};

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
