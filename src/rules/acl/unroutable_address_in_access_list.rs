//! The `address` of an access list entry must be one that a client can have on the internet.
//!
//! ## Why
//! Some addresses never belong to a client on the internet, such as loopback, link-local and multicast addresses, the
//! address space that carriers share, and CIDR blocks reserved for documentation. An entry with such an address gives
//! access to nobody. Most likely an example was copied, or an address was read on the wrong side of a gateway.
//! ## Example
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "100.64.0.0/10", "comment": "office" }] } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "9.9.9.0/24", "comment": "office" }] } }
//! ```

use crate::rules::faults::acl::Unroutable;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Service)
    .strict()
    .confidence(Confidence::Low)
    .source(&[source::CLOUD_KNOWLEDGE_RFC_6890])
    .on(&[FaultCheck::AclRouting(check)]);

fn check<'a>(cx: &mut Context<'a>, list: Acl<'a>, Unroutable(written, row): &Unroutable<'a>) {
    let shown = quoted(written.text);
    let message = format!("{shown} is in special address space ({}), from which no client connects", row.name);
    let help = "use the public addresses that clients connect from, as seen from the internet";
    cx.report(Finding::at(list.resource, written.path, message).help(help));
}
