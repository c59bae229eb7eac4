//! A cidrBlock is an IPv4 block.
//!
//! ## Why
//! The provider refuses malformed text at preview. It lets an IPv6 block through, which the service does not know.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": "2001:db8::/16" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": "10.20.0.0/16" } }
//! ```

use crate::model::network;
use crate::net::{Cidr, CidrError};
use crate::rules::prelude::*;
use crate::rules::shared::network::{EXAMPLE, private_text, write_block};

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Preview)
    .source(&[source::PLUGIN_SDK_VALIDATION_NETWORK, source::ESC_CLI_MAIN])
    .each_resource(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some((text, Err(error))) = private_text(cx, resource) else { return };
    let shown = quoted(text);
    let trimmed = Cidr::parse(text.trim());
    let (message, help) = match error {
        // NET005 and NET007 are about these.
        CidrError::Empty | CidrError::HostBits(_) => return,
        _ if trimmed.is_ok() => (format!("{shown} has white space around it"), String::new()),
        CidrError::Ipv6 => (
            format!("{shown} is IPv6, and networks are IPv4 only"),
            format!("write a private IPv4 block such as `{EXAMPLE}`"),
        ),
        CidrError::NoPrefixLength(_) => (
            format!("{shown} is an address without a prefix length"),
            format!("write a whole block, such as `{EXAMPLE}`: the number after the slash says how large it is"),
        ),
        CidrError::PrefixLength(_) => (
            format!("what follows the slash in {shown} is not a prefix length"),
            format!("write a plain number after the slash, as in `{EXAMPLE}`"),
        ),
        CidrError::LeadingZero => (
            format!("a number in {shown} begins with a zero, which some programs read as octal"),
            format!("write decimal numbers without leading zeros, as in `{EXAMPLE}`"),
        ),
        CidrError::Malformed => (
            format!("{shown} is not an IPv4 block"),
            format!("write four numbers from 0 to 255, a slash and a prefix length, as in `{EXAMPLE}`"),
        ),
    };
    let finding = Finding::at(resource, network::CIDR_BLOCK, message);
    let finding = match trimmed {
        Ok(block) => write_block(cx, resource, finding.help(format!("write `{block}`")), block),
        Err(_) => finding.help(help),
    };
    cx.report(finding);
}
