//! A cidrBlock is not larger than its cloud allows.
//!
//! ## Why
//! Every network is a network of its cloud, and AWS makes none larger than a /16. The provider has one range for all
//! clouds, so a larger block fails when AWS is asked for it.
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
use crate::rules::shared::network::{cloud_that_is_exceeded, fits_service, lengths, private_text, resized};

pub(super) const RULE: Rule = Rule::error()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Service)
    .source(&[source::CLOUD_KNOWLEDGE_AWS_VPC_CIDR_LIMITS, source::DOCS_AUTOMATION_TERRAFORM_DEFERS_TO_CLOUD_LIMITS])
    .each_resource(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some((text, Ok(block) | Err(CidrError::HostBits(block)))) = private_text(cx, resource) else { return };
    if !fits_service(cx, block) {
        return;
    }
    let Some(cloud) = cloud_that_is_exceeded(cx, resource, block) else { return };
    let Some(allowed) = lengths(cx, resource) else { return };
    let message =
        format!("{} is larger than {} allows a network to be, a /{} at most", quoted(text), cloud.name, allowed.min);
    let example = resized(cx, text, block, allowed);
    let help = format!("choose a prefix length from {} to {}, for example `{example}`", allowed.min, allowed.max);
    cx.report(
        Finding::at(resource, network::CIDR_BLOCK, message).help(help).related_at(resource, network::RESOURCE_PROVIDER),
    );
}
