//! An access list has no private addresses.
//!
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

use crate::catalogue::rows::CidrRole;
use crate::rules::prelude::*;
use crate::rules::shared::acl::{Address, addresses};

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Service)
    .source(&[source::KURRENT_PACKAGE_LIVE_CORE_TEST, source::KURRENT_PROVIDER_DOCS_ACL_SHOWS_PRIVATE_BLOCKS])
    .each_resource(&[KindId::Acl], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for (place, text, address) in addresses(cx, resource) {
        let Address::Private(block) = address else { continue };
        let shown = quoted(text);
        let message = match cx.catalogue().cidr_blocks(CidrRole::Private).any(|range| range.contains(block)) {
            true => format!("{shown} is private address space, which nobody on the internet has"),
            false => format!("{shown} reaches into private address space, which nobody on the internet has"),
        };
        let help = "list the public addresses that these clients connect from, such as those of a NAT gateway; \
         clients with private addresses reach clusters in a private network through a peering";
        cx.report(Finding::at(resource, place, message).help(help));
    }
}
