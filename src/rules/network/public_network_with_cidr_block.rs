//! A public network must not have a `cidrBlock`.
//!
//! ## Why
//! A network is either public or has a private CIDR block. Preview accepts both together; the provider rejects them
//! only during the deployment, just before creating the network.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "publicAccess": true, "cidrBlock": "10.20.0.0/16" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "publicAccess": true, "cidrBlock": null } }
//! ```

use crate::model::network;
use crate::rules::prelude::*;
use crate::rules::shared::target::has_public_access;

pub const RULE: Rule =
    Rule::error(DetectedAt::Apply).source(&[source::PROVIDER_NETWORK]).each_resource(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    // Packages without public networks have a rule of their own, and so have empty CIDR blocks.
    if !cx.is_given(resource, network::CIDR_BLOCK) || !has_public_access(cx) {
        return;
    }
    if cx.boolean(resource, network::PUBLIC_ACCESS).known() != Some(true) {
        return;
    }
    let Some(text) = cx.text(resource, network::CIDR_BLOCK).known().filter(|text| !text.trim().is_empty()) else {
        return;
    };
    let message = format!("a public network cannot have a `cidrBlock`, but this one has {}", quoted(text));
    let help = "remove `cidrBlock`, or remove `publicAccess` if the network should be private";
    cx.report(Finding::at(resource, network::CIDR_BLOCK, message).help(help).remove(network::CIDR_BLOCK));
}
