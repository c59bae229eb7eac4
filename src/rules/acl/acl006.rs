//! ## What it checks
//! That no bits of an `address` are set after its prefix.
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

use super::shared::{Address, addresses};
use crate::net::Block;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "ACL006",
    name: "host-bits-set-in-entry",
    title: "An address of an access list is written with its network address",
    severity: Severity::Warning,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &["EventStore/esc:cli/src/main.rs"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Acl], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for (place, text, address) in addresses(cx, resource) {
        let Address::HostBits(block) = address else { continue };
        let message = format!("{} has host bits set after its prefix", quoted(text));
        let one = Block::resized(text, 32).map_or_else(String::new, |one| format!(", or `{one}` for the one address"));
        cx.report(Finding::at(resource, place, message).help(format!("write `{block}` for the whole block{one}")));
    }
}
