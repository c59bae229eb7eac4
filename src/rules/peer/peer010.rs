//! ## What it checks
//! That every route lies inside one of the private ranges of RFC 1918.
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

use super::shared::{fits, is_private, routes};
use crate::catalogue::rows::BlockRole;
use crate::net::Block;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "PEER010",
    name: "route-not-private",
    title: "A route lies inside private address space",
    severity: Severity::Warning,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    caught_today: CaughtToday::Nobody,
    source: &[
        "EventStore/terraform-provider-eventstorecloud:examples/aws/main.tf",
        "kurrent-io/documentation:docs/cloud/getting-started/private-access/aws.md",
    ],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Peering], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for (place, text) in routes(cx, resource) {
        // Another spelling or size is another rule's.
        let Some(block) = Block::parse(text).ok().filter(|block| fits(cx, *block) && !is_private(cx, *block)) else {
            continue;
        };
        let private: Vec<Block> = cx.catalogue().blocks(BlockRole::Private).collect();
        let message = match private.iter().any(|range| range.overlaps(block)) {
            true => format!("{} reaches beyond private address space", quoted(text)),
            false => format!("{} is not private address space", quoted(text)),
        };
        let ranges: Vec<String> = private.iter().map(ToString::to_string).collect();
        let help = format!("check the route: most peer networks are inside {}", one_of(&ranges));
        cx.report(Finding::at(resource, place, message).help(help));
    }
}
