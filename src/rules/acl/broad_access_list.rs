//! An access list entry must not cover a large part of the internet.
//!
//! ## Why
//! The access list is what protects a public cluster from anyone who tries to guess passwords. `0.0.0.0/0` removes that
//! protection.
//! ## Example
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "0.0.0.0/0", "comment": "for now" }] } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "9.9.9.0/24", "comment": "office" }] } }
//! ```

use crate::rules::faults::acl::AddressFault;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_NETWORKING_PUBLIC_NETWORK, source::INFERENCE])
    .on(&[FaultCheck::AclAddresses(check)]);

fn check<'a>(cx: &mut Context<'a>, list: Acl<'a>, fault: &AddressFault<'a>) {
    let AddressFault::Broad(written) = fault else { return };
    let shown = quoted(written.text);
    let message = match 1_u64 << written.address.cidr.prefix_length() {
        1 => format!("{shown} allows the whole internet to connect"),
        parts => format!("{shown} allows 1 in {parts} of all internet addresses to connect"),
    };
    let help = "use the CIDR blocks that your clients connect from, such as those of an office or a NAT gateway";
    cx.report(Finding::at(list.resource, written.path, message).help(help));
}
