//! `cidrBlock` must lie within one of the private address ranges of RFC 1918.
//!
//! ## Why
//! The guides of all three clouds require private address space, but nothing checks it before the service does, during
//! the deployment. A CIDR block such as `172.250.0.0/16` looks private and is not: that range ends at `172.31.255.255`.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": "172.250.0.0/16" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": "172.25.0.0/16" } }
//! ```

use crate::model::network;
use crate::rules::faults::network::{Block, NotPrivate};
use crate::rules::prelude::*;
use crate::rules::shared::network::{not_private, private_ranges};

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::DOCS_PRIVATE_ACCESS_AWS, source::DOCS_PRIVATE_ACCESS_GCP, source::DOCS_PRIVATE_ACCESS_AZURE])
    .on(&[FaultCheck::NetworkSpace(check)]);

fn check<'a>(cx: &mut Context<'a>, net: Network<'a>, fault: &NotPrivate<'a>) {
    let NotPrivate(Block { text, cidr, .. }) = fault;
    let Some(message) = not_private(cx, text, *cidr) else { return };
    let ranges = private_ranges(cx);
    let help =
        format!("choose a CIDR block within {ranges} that does not overlap any network you will connect to this one");
    cx.report(Finding::at(net.resource, network::CIDR_BLOCK, message).help(help));
}
