//! One address of an access list is written with the prefix length 32.
//!
//! ## Why
//! The command line of the service completes a bare address, the provider sends it as it is written. A block says
//! the same to both.
//! ## Example
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "9.9.9.9", "comment": "office" }] } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "9.9.9.9/32", "comment": "office" }] } }
//! ```

use crate::rules::prelude::*;
use crate::rules::shared::acl::{Address, addresses};

pub(super) const RULE: Rule = Rule::warning()
    .confidence(Confidence::Medium)
    .source(&[source::ESC_CLI_MAIN, source::PROVIDER_ACL])
    .each_resource(&[KindId::Acl], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for (place, text, address) in addresses(cx, resource) {
        let Address::Bare(address) = address else { continue };
        let message = format!("{} has no prefix length", quoted(text));
        let help = format!("write `{address}/32`");
        cx.report(Finding::at(resource, place, message).help(help).set(place, format!("{address}/32")));
    }
}
