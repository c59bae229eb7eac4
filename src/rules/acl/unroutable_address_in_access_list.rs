//! An access list has no addresses that clients cannot have.
//!
//! ## Why
//! Such an entry lets nobody in. Most likely an example was copied, or an address was read on the wrong side of a
//! gateway.
//! ## Example
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "100.64.0.0/10", "comment": "office" }] } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "9.9.9.0/24", "comment": "office" }] } }
//! ```

use crate::catalogue::rows::CidrRole;
use crate::rules::prelude::*;
use crate::rules::shared::acl::{Address, addresses};

pub(super) const RULE: Rule = Rule::warning()
    .strict()
    .confidence(Confidence::Low)
    .detected_at(DetectedAt::Service)
    .source(&[source::CLOUD_KNOWLEDGE_RFC_6890])
    .each_resource(&[KindId::Acl], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for (place, text, address) in addresses(cx, resource) {
        let block = match address {
            Address::HostBits(block) => Some(block),
            other => other.block(),
        };
        let Some(block) = block else { continue };
        let mut ranges = cx.catalogue().notable_cidrs(CidrRole::Unroutable);
        let Some((_, row)) = ranges.find(|(range, _)| range.contains(block)) else { continue };
        let message =
            format!("{} is special address space ({}), which no client connects from", quoted(text), row.name);
        let help = "list the public addresses that clients connect from, as they are seen from outside";
        cx.report(Finding::at(resource, place, message).help(help));
    }
}
