//! An address of an access list is written with its network address.
//!
//! ## Why
//! `9.9.9.9/24` can mean one address or the 256 around it. The command line of the service refuses it; the provider
//! sends it and leaves the choice to the service.
//! ## Example
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "9.9.9.9/24", "comment": "office" }] } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "9.9.9.0/24", "comment": "office" }] } }
//! ```

use crate::net::Cidr;
use crate::rules::prelude::*;
use crate::rules::shared::acl::{Address, addresses};

pub(super) const RULE: Rule = Rule::warning()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Service)
    .source(&[source::ESC_CLI_MAIN])
    .each_resource(&[KindId::Acl], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for (place, text, address) in addresses(cx, resource) {
        let Address::HostBits(block) = address else { continue };
        let message = format!("{} has host bits set after its prefix", quoted(text));
        let one = Cidr::resized(text, 32).map_or_else(String::new, |one| format!(", or `{one}` for the one address"));
        cx.report(Finding::at(resource, place, message).help(format!("write `{block}` for the whole block{one}")));
    }
}
