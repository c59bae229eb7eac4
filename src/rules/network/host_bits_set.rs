//! `cidrBlock` must be a network address: no bits may be set after the prefix.
//!
//! ## Why
//! The provider compares the CIDR block with its canonical form and, if the two differ, rejects it at preview.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": "10.20.0.1/16" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": "10.20.0.0/16" } }
//! ```

use crate::model::network;
use crate::net::CidrError;
use crate::rules::prelude::*;
use crate::rules::shared::network::{EXAMPLE, cidr_fault, exceeded_cloud, fits_provider, is_accepted, private_text};

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[source::PROVIDER_NETWORK, source::PLUGIN_SDK_VALIDATION_NETWORK])
    .each_resource(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some((text, Err(error @ CidrError::HostBits(cidr)))) = private_text(cx, resource) else { return };
    // With a wrong prefix length, which is another rule's, the bits after it say nothing.
    if !fits_provider(cx, cidr) || exceeded_cloud(cx, resource, cidr).is_some() {
        return;
    }
    let finding = Finding::at(resource, network::CIDR_BLOCK, cidr_fault(text, error, "networks"));
    let is_accepted = is_accepted(cx, resource, cidr);
    cx.report(if is_accepted {
        let cidr = cidr.to_string();
        let help = |listed: &str| format!("use the network address {listed}");
        finding.suggest(network::CIDR_BLOCK, [cidr.as_str()], help).set(network::CIDR_BLOCK, cidr.as_str())
    } else {
        // The network address would not be private either.
        finding.suggest(network::CIDR_BLOCK, [EXAMPLE], |listed| {
            format!("use the network address of a private CIDR block, such as {listed}")
        })
    });
}
