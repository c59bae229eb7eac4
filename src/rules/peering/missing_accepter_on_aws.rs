//! A program with a peering to a network on AWS should also contain the resource that accepts it.
//!
//! ## Why
//! The service only requests the connection. No traffic passes until your account accepts it and your route tables send
//! traffic for the CIDR block of the network through it. Another program may do both.
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

use crate::rules::prelude::*;
use crate::rules::shared::peering::check_counterpart;

pub const RULE: Rule = Rule::advice(DetectedAt::Undetected)
    .source(&[source::PROVIDER_EXAMPLE_AWS, source::DOCS_PRIVATE_ACCESS_AWS])
    .program(&[KindId::Peering], check);

fn check(cx: &mut Context<'_>) {
    let message = "no resource in the program accepts the peering on AWS";
    check_counterpart(cx, Cloud::Aws, message, |accepter, keys| {
        format!(
            "add a {accepter} with {keys} from the peering's `providerMetadata` and, in your route tables, add routes \
             to the CIDR block of the network"
        )
    });
}
