//! ## What it checks
//! That an `address` is one that a client can have on the internet. Loopback, link-local and multicast addresses, the
//! space that carriers share, blocks that are kept for documentation and the like are none.
//! ## Why
//! Such an entry lets nobody in. Most likely an example was copied, or an address was read on the wrong side of a
//! gateway.
//! ## Example
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "100.64.0.0/10", "comment": "office" }] } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "9.9.9.0/24", "comment": "office" }] } }
//! ```

use super::shared::{Address, addresses};
use crate::catalogue::rows::BlockRole;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "ACL008",
    name: "unroutable-address-in-access-list",
    title: "An access list has no addresses that clients cannot have",
    severity: Severity::Warning,
    confidence: Confidence::Low,
    profile: Profile::Strict,
    caught_today: CaughtToday::Api,
    source: &["general cloud knowledge (RFC 6890)"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Acl], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for (place, text, address) in addresses(cx, resource) {
        let block = match address {
            Address::HostBits(block) => Some(block),
            other => other.block(),
        };
        let Some(block) = block else { continue };
        let mut ranges = cx.catalogue().notable_blocks(BlockRole::Unroutable);
        let Some((_, row)) = ranges.find(|(range, _)| range.contains(block)) else { continue };
        let message =
            format!("{} is special address space ({}), which no client connects from", quoted(text), row.name);
        let help = "list the public addresses that clients connect from, as they are seen from outside";
        cx.report(Finding::at(resource, place, message).help(help));
    }
}
