//! ## What it checks
//! That the block is not larger than the network's cloud allows, where that is less than the provider allows.
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
use crate::net::BlockError;
use crate::rules::net::shared::{cloud_that_is_exceeded, fits_service, lengths, private_text, resized};
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "NET010",
    name: "block-too-large-for-cloud",
    title: "A cidrBlock is not larger than its cloud allows",
    severity: Severity::Error,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &[
        "general cloud knowledge (AWS VPC CIDR limits)",
        "kurrent-io/documentation:docs/cloud/automation/terraform.md (defers to cloud limits)",
    ],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Network], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some((text, Ok(block) | Err(BlockError::HostBits(block)))) = private_text(cx, resource) else { return };
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
