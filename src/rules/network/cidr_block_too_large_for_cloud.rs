//! `cidrBlock` must not be larger than the network's cloud supports.
//!
//! ## Why
//! A network is created in its cloud, and AWS supports no network larger than a /16. The provider accepts the same
//! range for all clouds, so a larger CIDR block fails only during the deployment, when the network is created on AWS.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "resourceProvider": "aws", "cidrBlock": "10.0.0.0/12" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "resourceProvider": "aws", "cidrBlock": "10.0.0.0/16" } }
//! ```

use crate::model::network;
use crate::net::CidrError;
use crate::rules::prelude::*;
use crate::rules::shared::network::{exceeded_cloud, fits_provider, lengths, private_text, suggest_size};

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::CLOUD_KNOWLEDGE_AWS_VPC_CIDR_LIMITS, source::DOCS_AUTOMATION_TERRAFORM_DEFERS_TO_CLOUD_LIMITS])
    .each_resource(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some((text, Ok(cidr) | Err(CidrError::HostBits(cidr)))) = private_text(cx, resource) else { return };
    if !fits_provider(cx, cidr) {
        return;
    }
    let Some(cloud) = exceeded_cloud(cx, resource, cidr) else { return };
    let Some(allowed) = lengths(cx, resource) else { return };
    let message =
        format!("{} is larger than a /{}, the maximum for a network on {}", quoted(text), allowed.min, cloud.name);
    let finding = Finding::at(resource, network::CIDR_BLOCK, message);
    let finding = suggest_size(cx, finding, (text, cidr), allowed, "");
    cx.report(finding.related_at(resource, network::RESOURCE_PROVIDER));
}
