//! ## What it checks
//! That one address is written as a block with the prefix length 32.
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

use super::shared::{Address, addresses};
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "ACL005",
    name: "address-without-prefix-length",
    title: "One address of an access list is written with the prefix length 32",
    severity: Severity::Warning,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    caught_today: CaughtToday::Nobody,
    source: &["EventStore/esc:cli/src/main.rs", "EventStore/terraform-provider-eventstorecloud:esc/resource_acl.go"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Acl], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for (place, text, address) in addresses(cx, resource) {
        let Address::Bare(address) = address else { continue };
        let message = format!("{} has no prefix length", quoted(text));
        let help = format!("write `{address}/32`");
        cx.report(Finding::at(resource, place, message).help(help).set(place, format!("{address}/32")));
    }
}
