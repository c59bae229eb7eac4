//! An address of an access list is an IPv4 block.
//!
//! ## Why
//! The service takes public IPv4 blocks and nothing else: no IPv6, no names of hosts. The provider passes any text on,
//! so the deployment fails when the list is made.
//! ## Example
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "office.example.com", "comment": "office" }] } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "9.9.9.0/24", "comment": "office" }] } }
//! ```

use crate::net::CidrError;
use crate::rules::prelude::*;
use crate::rules::shared::acl::{Address, addresses};

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Service)
    .source(&[source::ESC_CLI_MAIN, source::KURRENT_PACKAGE_LIVE_CORE_TEST])
    .each_resource(&[KindId::Acl], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for (place, text, address) in addresses(cx, resource) {
        let Address::Malformed(error) = address else { continue };
        let shown = quoted(text);
        let trimmed = Address::read(cx, text.trim());
        let (message, help) = match error {
            CidrError::Empty => ("the `address` is empty".to_string(), EXAMPLE.to_string()),
            _ if !matches!(trimmed, Address::Malformed(_)) => {
                (format!("{shown} has white space around it"), "remove the white space".to_string())
            }
            CidrError::Ipv6 => (
                format!("{shown} is IPv6, and access lists are IPv4 only"),
                "write the IPv4 addresses that the same clients connect from".to_string(),
            ),
            CidrError::PrefixLength(_) => (
                format!("what follows the slash in {shown} is not a prefix length"),
                "write a plain number from 0 to 32 after the slash".to_string(),
            ),
            CidrError::LeadingZero => (
                format!("a number in {shown} begins with a zero, which some programs read as octal"),
                "write decimal numbers without leading zeros".to_string(),
            ),
            CidrError::Malformed | CidrError::NoPrefixLength(_) | CidrError::HostBits(_) => {
                (format!("{shown} is no IPv4 block"), format!("{EXAMPLE}; the name of a host cannot be listed"))
            }
        };
        let finding = Finding::at(resource, place, message);
        // Only where no other rule has something to say about what is left.
        cx.report(match trimmed.block() {
            Some(block) => finding.help(format!("write `{block}`")).set(place, block.to_string()),
            None => finding.help(help),
        });
    }
}

const EXAMPLE: &str = "write a public IPv4 block such as `9.9.9.0/24`, or one address as `9.9.9.9/32`";
