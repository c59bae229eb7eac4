//! The `address` of an access list entry must not be in private address space.
//!
//! ## Why
//! An access list controls connections from the internet, where no client has a private address. The service rejects
//! private addresses, although the published reference of the resource uses some in its example.
//! ## Example
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "192.168.1.0/24", "comment": "office" }] } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "9.9.9.0/24", "comment": "office" }] } }
//! ```

use crate::rules::faults::acl::AddressFault;
use crate::rules::prelude::*;
use crate::rules::shared::network::is_private;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::KURRENT_PACKAGE_LIVE_CORE_TEST, source::KURRENT_PROVIDER_DOCS_ACL_SHOWS_PRIVATE_BLOCKS])
    .on(&[FaultCheck::AclAddresses(check)]);

fn check<'a>(cx: &mut Context<'a>, list: Acl<'a>, fault: &AddressFault<'a>) {
    let AddressFault::Private(written) = fault else { return };
    let verb = if is_private(cx, written.address.cidr) { "is in" } else { "overlaps" };
    let shown = quoted(written.text);
    let message = format!("{shown} {verb} private address space, from which no client connects over the internet");
    let help = "use the public addresses that these clients connect from, such as those of a NAT gateway; clients \
                with private addresses reach clusters in a private network through a peering";
    cx.report(Finding::at(list.resource, written.path, message).help(help));
}
