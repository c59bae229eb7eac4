//! A route is an IPv4 block, written with its network address.
//!
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

use crate::net::{Cidr, CidrError};
use crate::rules::prelude::*;
use crate::rules::shared::peering::{fits, routes};

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Preview)
    .source(&[source::PROVIDER_PEERING, source::PLUGIN_SDK_VALIDATION_NETWORK])
    .each_resource(&[KindId::Peering], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for (place, text) in routes(cx, resource) {
        let Err(error) = Cidr::parse(text) else { continue };
        let meant = Cidr::meant(text);
        // While the size is wrong, host bits are nobody's concern: PEER008 is about that.
        if matches!(error, CidrError::HostBits(block) if !fits(cx, block)) {
            continue;
        }
        let shown = quoted(text);
        let message = match error {
            CidrError::Empty => "the route is empty".to_string(),
            CidrError::NoPrefixLength(_) => format!("{shown} is an address without a prefix length"),
            CidrError::HostBits(_) => format!("{shown} has host bits set after its prefix"),
            _ if meant.is_some() => format!("{shown} has white space around it"),
            CidrError::Ipv6 => format!("{shown} is IPv6, and peerings are IPv4 only"),
            CidrError::PrefixLength(_) => format!("what follows the slash in {shown} is not a prefix length"),
            CidrError::LeadingZero => {
                format!("a number in {shown} begins with a zero, which some programs read as octal")
            }
            CidrError::Malformed => format!("{shown} is not an IPv4 block"),
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
