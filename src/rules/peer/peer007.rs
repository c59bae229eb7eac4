//! ## What it checks
//! That every route is an IPv4 block: four numbers, a slash and a prefix length, without white space, leading zeros or
//! bits set after the prefix.
//! ## Why
//! The provider reads routes as it reads the block of a network, and refuses any other spelling.
//! ## Example
//! ```json
//! { "kind": "Peering", "args": { "routes": ["172.20.0.5/16"] } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Peering", "args": { "routes": ["172.20.0.0/16"] } }
//! ```

use super::shared::{fits, routes};
use crate::net::{Block, BlockError};
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "PEER007",
    name: "route-no-ipv4-block",
    title: "A route is an IPv4 block, written with its network address",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Preview,
    source: &[
        "EventStore/terraform-provider-eventstorecloud:esc/resource_peering.go",
        "hashicorp/terraform-plugin-sdk:helper/validation/network.go",
    ],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Peering], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for (place, text) in routes(cx, resource) {
        let Err(error) = Block::parse(text) else { continue };
        let meant = Block::meant(text);
        // While the size is wrong, host bits are nobody's concern: PEER008 is about that.
        if matches!(error, BlockError::HostBits(block) if !fits(cx, block)) {
            continue;
        }
        let shown = quoted(text);
        let message = match error {
            BlockError::Empty => "the route is empty".to_string(),
            BlockError::NoPrefixLength(_) => format!("{shown} is an address without a prefix length"),
            BlockError::HostBits(_) => format!("{shown} has host bits set after its prefix"),
            _ if meant.is_some() => format!("{shown} has white space around it"),
            BlockError::Ipv6 => format!("{shown} is IPv6, and peerings are IPv4 only"),
            BlockError::PrefixLength(_) => format!("what follows the slash in {shown} is not a prefix length"),
            BlockError::LeadingZero => {
                format!("a number in {shown} begins with a zero, which some programs read as octal")
            }
            BlockError::Malformed => format!("{shown} is not an IPv4 block"),
        };
        let finding = Finding::at(resource, place, message);
        cx.report(match meant {
            Some(block) if fits(cx, block) => finding.help(format!("write `{block}`")).set(place, block.to_string()),
            Some(_) => finding.help("remove the white space"),
            None => finding.help(
                "write a block of the peer network: its network address, a slash and a prefix length, \
                 as in `172.20.0.0/16`",
            ),
        });
    }
}
