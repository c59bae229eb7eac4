//! A route lies inside private address space.
//!
//! ## Why
//! A peer network has private addresses as a rule, so a public route is most likely a slip. One example of the provider
//! has one: `172.250.0.0/24` looks private, but that range ends at `172.31.255.255`.
//! ## Example
//! ```json
//! { "kind": "Peering", "args": { "routes": ["172.250.0.0/24"] } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Peering", "args": { "routes": ["172.25.0.0/24"] } }
//! ```

use crate::catalogue::rows::CidrRole;
use crate::net::Cidr;
use crate::rules::prelude::*;
use crate::rules::shared::peering::{fits, is_private, routes};

pub(super) const RULE: Rule = Rule::warning()
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_EXAMPLE_AWS, source::DOCS_PRIVATE_ACCESS_AWS])
    .each_resource(&[KindId::Peering], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for (place, text) in routes(cx, resource) {
        // Another spelling or size is another rule's.
        let Some(block) = Cidr::parse(text).ok().filter(|block| fits(cx, *block) && !is_private(cx, *block)) else {
            continue;
        };
        let private: Vec<Cidr> = cx.catalogue().cidr_blocks(CidrRole::Private).collect();
        let message = match private.iter().any(|range| range.overlaps(block)) {
            true => format!("{} reaches beyond private address space", quoted(text)),
            false => format!("{} is not private address space", quoted(text)),
        };
        let ranges: Vec<String> = private.iter().map(ToString::to_string).collect();
        let help = format!("check the route: most peer networks are inside {}", one_of(&ranges));
        cx.report(Finding::at(resource, place, message).help(help));
    }
}
