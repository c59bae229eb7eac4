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
use crate::rules::faults::network::{Block, TooLargeForCloud};
use crate::rules::prelude::*;
use crate::rules::shared::network::suggest_size;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::CLOUD_KNOWLEDGE_AWS_VPC_CIDR_LIMITS, source::DOCS_AUTOMATION_TERRAFORM_DEFERS_TO_CLOUD_LIMITS])
    .on(&[FaultCheck::NetworkSize(check)]);

fn check<'a>(cx: &mut Context<'a>, net: Network<'a>, fault: &TooLargeForCloud<'a>) {
    let TooLargeForCloud(Block { text, cidr, .. }, cloud) = fault;
    let Some(allowed) = net.lengths(cx) else { return };
    let message =
        format!("{} is larger than a /{}, the maximum for a network on {}", quoted(text), allowed.min, cloud.name);
    let finding = Finding::at(net.resource, network::CIDR_BLOCK, message);
    let finding = suggest_size(cx, finding, net, (text, *cidr), "");
    cx.report(finding.related_at(net.resource, network::RESOURCE_PROVIDER));
}
