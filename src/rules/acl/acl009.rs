//! ## What it checks
//! That no entry lets a large part of the internet in.
//! ## Why
//! The access list is what stands between a public cluster and everybody who guesses passwords. `0.0.0.0/0` takes it
//! away.
//! ## Example
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "0.0.0.0/0", "comment": "for now" }] } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "9.9.9.0/24", "comment": "office" }] } }
//! ```

use super::shared::{Address, addresses};
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "ACL009",
    name: "broad-access-list",
    title: "An access list lets in only whom it means",
    severity: Severity::Warning,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    caught_today: CaughtToday::Nobody,
    source: &["kurrent-io/documentation:docs/cloud/networking/public-network.md", "inference"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Acl], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for (place, text, address) in addresses(cx, resource) {
        let Address::Broad(block) = address else { continue };
        let shown = quoted(text);
        let message = match 1_u32.checked_shl(u32::from(block.prefix_length())) {
            Some(1) | None => format!("{shown} lets the whole internet in"),
            Some(parts) => format!("{shown} lets one of every {parts} addresses of the internet in"),
        };
        let help = "list the blocks that your clients connect from, such as those of an office or a NAT gateway";
        cx.report(Finding::at(resource, place, message).help(help));
    }
}
