//! ## What it checks
//! That an `address` is outside private address space.
//! ## Why
//! An access list is about the internet, where nobody has a private address: the service refuses them, although the
//! published reference of the resource uses some in its example.
//! ## Example
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "192.168.1.0/24", "comment": "office" }] } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "9.9.9.0/24", "comment": "office" }] } }
//! ```

use super::shared::{Address, addresses};
use crate::catalogue::rows::BlockRole;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "ACL007",
    name: "private-address-in-access-list",
    title: "An access list has no private addresses",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &[
        "kurrent-io/pulumi-kurrentcloud:test/live/core_test.go",
        "kurrent-io/terraform-provider-kurrentcloud:docs/resources/acl.md (shows private blocks)",
    ],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Acl], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for (place, text, address) in addresses(cx, resource) {
        let Address::Private(block) = address else { continue };
        let shown = quoted(text);
        let message = match cx.catalogue().blocks(BlockRole::Private).any(|range| range.contains(block)) {
            true => format!("{shown} is private address space, which nobody on the internet has"),
            false => format!("{shown} reaches into private address space, which nobody on the internet has"),
        };
        let help = "list the public addresses that these clients connect from, such as those of a NAT gateway; \
         clients with private addresses reach clusters in a private network through a peering";
        cx.report(Finding::at(resource, place, message).help(help));
    }
}
