//! Every route must be an IPv4 CIDR block: four numbers, a slash and a prefix length, without white space, leading
//! zeros or bits set after the prefix.
//!
//! ## Why
//! The provider validates routes the way it validates the CIDR block of a network, and rejects any other spelling at
//! preview.
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
use crate::rules::shared::network::cidr_fault;
use crate::rules::shared::peering::{fits, routes};

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[source::PROVIDER_PEERING, source::PLUGIN_SDK_VALIDATION_NETWORK])
    .each_resource(&[KindId::Peering], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for (path, text) in routes(cx, resource) {
        let Err(error) = Cidr::parse(text) else { continue };
        let meant = Cidr::meant(text);
        // Host bits do not matter while the prefix length is wrong, which is another rule's.
        if matches!(error, CidrError::HostBits(cidr) if !fits(cx, cidr)) {
            continue;
        }
        let message = match error {
            CidrError::Empty => "a route must not be empty".to_string(),
            CidrError::NoPrefixLength(_) | CidrError::HostBits(_) => cidr_fault(text, error, "peerings"),
            _ if meant.is_some() => format!("{} has white space around it", quoted(text)),
            _ => cidr_fault(text, error, "peerings"),
        };
        let finding = Finding::at(resource, path, message);
        cx.report(match meant {
            Some(cidr) if fits(cx, cidr) => finding.use_value(path, cidr.to_string()),
            Some(_) => finding.help("remove the white space"),
            None => finding.help(
                "use a CIDR block of the peer network: its network address, a slash and a prefix length, as in \
                 `172.20.0.0/16`",
            ),
        });
    }
}
