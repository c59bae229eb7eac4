//! ## What it checks
//! Whether a program with a peering to a network on AWS also has the resource that accepts it.
//! ## Why
//! The service only asks for the connection. Nothing goes through it until your account accepts it and its route tables
//! send the block of the network there. Another program may do this.
//! ## Example
//! ```json
//! { "partial": false, "resources": [
//!     { "kind": "Peering", "name": "apps" }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "partial": false, "resources": [
//!     { "kind": "Peering", "name": "apps" },
//!     { "kind": "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter", "name": "accepter" }
//! ] }
//! ```

use super::shared::without_counterpart;
use crate::rules::prelude::*;
use crate::value::spelling::all_of;

pub(super) static RULE: Rule = Rule {
    code: "PEER020",
    name: "no-accepter-on-aws",
    title: "On AWS, a peering is accepted and routed to by your side",
    severity: Severity::Info,
    confidence: Confidence::High,
    profile: Profile::Advice,
    caught_today: CaughtToday::Nobody,
    source: &[
        "EventStore/terraform-provider-eventstorecloud:examples/aws/main.tf",
        "kurrent-io/documentation:docs/cloud/getting-started/private-access/aws.md",
    ],
    since: "0.1.0",
    check: Check::Program(&[KindId::Peering], check),
};

fn check(cx: &mut Context<'_>) {
    let Some(side) = cx.catalogue().peer_side(Cloud::Aws) else { return };
    let keys: Vec<&str> = side.metadata_keys.iter().map(|key| key.as_str()).collect();
    for peering in without_counterpart(cx, Cloud::Aws) {
        let message = "nothing in the program accepts the peering on the side of AWS";
        let help = format!(
            "add a `{}` with {} of the peering's `providerMetadata`, and routes to the block of the network in your \
             route tables",
            side.counterpart(),
            all_of(&keys)
        );
        cx.report(Finding::on(peering, "", message).help(help));
    }
}
