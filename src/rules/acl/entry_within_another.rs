//! An access list entry must not lie within another entry of the same list.
//!
//! ## Why
//! Such an entry gives nobody additional access, and removing it locks nobody out, which the next reader will not
//! expect.
//! ## Example
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [
//!     { "address": "9.9.9.0/24", "comment": "office" },
//!     { "address": "9.9.9.128/25", "comment": "second floor" }
//! ] } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "9.9.9.0/24", "comment": "office" }] } }
//! ```

use crate::collect;
use crate::net::{Cidr, first_overlaps};
use crate::rules::faults::acl::Written;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::INFERENCE])
    .each_resource(&[KindId::Acl], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(list) = Acl::of(cx, resource) else { return };
    let entries = list.meant_addresses(cx);
    // From wide to narrow: what overlaps one before it lies within it.
    let length = |entry: &Written<'_>| entry.address.cidr.prefix_length();
    let entries = collect::sorted_by(entries, |a, b| length(a).cmp(&length(b)));
    let order: Vec<Cidr> = entries.iter().map(|entry| entry.address.cidr).collect();
    for (entry, first) in entries.iter().zip(first_overlaps(&order)) {
        let Some(other) = first.and_then(|first| entries.get(first)) else { continue };
        let message = match entry.address.cidr == other.address.cidr {
            true => format!("{} is already in the access list", quoted(entry.text)),
            false => format!("{} lies within {} of the same access list", quoted(entry.text), quoted(other.text)),
        };
        let help = "remove this entry, or the other one if only this one is intended";
        cx.report(Finding::at(resource, entry.path, message).help(help).related_at(resource, other.path));
    }
}
