//! The `address` of an access list entry must be an IPv4 CIDR block: four numbers, a slash and a prefix length, without
//! leading zeros or white space.
//!
//! ## Why
//! The service accepts public IPv4 CIDR blocks and nothing else: no IPv6 and no host names. The provider passes on any
//! string, so the deployment fails when the access list is created.
//! ## Example
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "office.example.com", "comment": "office" }] } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "9.9.9.0/24", "comment": "office" }] } }
//! ```

use crate::net::CidrError;
use crate::rules::faults::acl::{Address, AddressFault};
use crate::rules::prelude::*;
use crate::rules::shared::network::cidr_fault;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::ESC_CLI_MAIN, source::KURRENT_PACKAGE_LIVE_CORE_TEST])
    .on(&[FaultCheck::AclAddresses(check)]);

fn check<'a>(cx: &mut Context<'a>, list: Acl<'a>, fault: &AddressFault<'a>) {
    let AddressFault::Malformed { path, text, error, meant } = fault else { return };
    let message = match error {
        CidrError::Empty => "`address` must not be empty".to_string(),
        _ if meant.is_some() => format!("{} has white space around it", quoted(text)),
        _ => cidr_fault(text, *error, "access lists"),
    };
    let finding = Finding::at(list.resource, *path, message);
    // Only where nothing else is wrong with what is left.
    cx.report(match meant.map(Address::plain) {
        Some(Some(cidr)) => finding.use_value(*path, cidr.to_string()),
        Some(None) => finding.help("remove the white space"),
        None => finding.help(match error {
            CidrError::Ipv6 => "use the IPv4 addresses that the same clients connect from",
            CidrError::PrefixLength(_) => "use a plain number from 0 to 32 after the slash",
            CidrError::LeadingZero => "use decimal numbers without leading zeros",
            _ => {
                "use a public IPv4 CIDR block, as in `9.9.9.0/24`, or a single address, as in `9.9.9.9/32`; \
                 host names are not supported"
            }
        }),
    });
}
