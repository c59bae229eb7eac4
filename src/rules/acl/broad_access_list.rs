//! An access list lets in only whom it means.
//!
//! ## Why
//! The access list is what stands between a public cluster and everybody who guesses passwords. `0.0.0.0/0` takes it
//! away.
//! ## Example
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "0.0.0.0/0", "comment": "for now" }] } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "9.9.9.0/24", "comment": "office" }] } }
//! ```

use crate::rules::prelude::*;
use crate::rules::shared::acl::{Address, addresses};

pub(super) const RULE: Rule = Rule::warning()
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_NETWORKING_PUBLIC_NETWORK, source::INFERENCE])
    .each_resource(&[KindId::Acl], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for (place, text, address) in addresses(cx, resource) {
        let Address::Broad(block) = address else { continue };
        let shown = quoted(text);
        let message = match 1_u32.checked_shl(u32::from(block.prefix_length())) {
            Some(1) | None => format!("{shown} lets the whole internet in"),
            Some(parts) => format!("{shown} lets one of every {parts} addresses of the internet in"),
        };
        let help = "list the blocks that your clients connect from, such as those of an office or a NAT gateway";
        cx.report(Finding::at(resource, place, message).help(help));
    }
}
