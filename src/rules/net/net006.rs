//! ## What it checks
//! That `cidrBlock` is an IPv4 block: four numbers, a slash and a prefix length, without leading zeros or white space.
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
use crate::net::{Block, BlockError};
use crate::rules::net::shared::{EXAMPLE, private_text, write_block};
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "NET006",
    name: "no-ipv4-block",
    title: "A cidrBlock is an IPv4 block",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Preview,
    source: &["hashicorp/terraform-plugin-sdk:helper/validation/network.go", "EventStore/esc:cli/src/main.rs"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Network], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some((text, Err(error))) = private_text(cx, resource) else { return };
    let shown = quoted(text);
    let trimmed = Block::parse(text.trim());
    let (message, help) = match error {
        // NET005 and NET007 are about these.
        BlockError::Empty | BlockError::HostBits(_) => return,
        _ if trimmed.is_ok() => (format!("{shown} has white space around it"), String::new()),
        BlockError::Ipv6 => (
            format!("{shown} is IPv6, and networks are IPv4 only"),
            format!("write a private IPv4 block such as `{EXAMPLE}`"),
        ),
        BlockError::NoPrefixLength(_) => (
            format!("{shown} is an address without a prefix length"),
            format!("write a whole block, such as `{EXAMPLE}`: the number after the slash says how large it is"),
        ),
        BlockError::PrefixLength(_) => (
            format!("what follows the slash in {shown} is not a prefix length"),
            format!("write a plain number after the slash, as in `{EXAMPLE}`"),
        ),
        BlockError::LeadingZero => (
            format!("a number in {shown} begins with a zero, which some programs read as octal"),
            format!("write decimal numbers without leading zeros, as in `{EXAMPLE}`"),
        ),
        BlockError::Malformed => (
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
