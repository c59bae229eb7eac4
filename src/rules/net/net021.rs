//! ## What it checks
//! Whether a network has the smallest block that is allowed.
//! ## Why
//! The smaller the network, the fewer clusters fit into it, and the block of a network can never be changed: when it is
//! full, everything has to move to a new one.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": "10.20.0.0/24" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": "10.20.0.0/16" } }
//! ```

use crate::model::network;
use crate::rules::net::shared::{service_lengths, valid_block};
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "NET021",
    name: "smallest-block",
    title: "A network has room to grow",
    severity: Severity::Info,
    confidence: Confidence::High,
    profile: Profile::Advice,
    caught_today: CaughtToday::Nobody,
    source: &[
        "kurrent-io/documentation:docs/cloud/automation/terraform.md",
        "kurrent-io/documentation:docs/cloud/getting-started/private-access/aws.md",
    ],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Network], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some((text, block)) = valid_block(cx, resource) else { return };
    if service_lengths(cx).is_none_or(|range| u32::from(block.prefix_length()) < range.max) {
        return;
    }
    let message = format!("{} is the smallest block that a network can have, and it can never grow", quoted(text));
    let help =
        "take a larger block where several clusters will share the network, if those you connect leave room for it";
    cx.report(Finding::at(resource, network::CIDR_BLOCK, message).help(help));
}
