//! On AWS, a peering is accepted and routed to by your side.
//!
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

use crate::rules::prelude::*;
use crate::rules::shared::peering::without_counterpart;
use crate::value::spelling::all_of;

pub(super) const RULE: Rule = Rule::advice()
    .source(&[source::PROVIDER_EXAMPLE_AWS, source::DOCS_PRIVATE_ACCESS_AWS])
    .program(&[KindId::Peering], check);

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
