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
use crate::rules::prelude::*;
use crate::rules::shared::acl::addresses;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::INFERENCE])
    .each_resource(&[KindId::Acl], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let cidrs = addresses(cx, resource).into_iter().filter_map(|entry| Some((entry.address.cidr()?, entry))).collect();
    // From wide to narrow: what overlaps one before it lies within it.
    let cidrs = collect::sorted_by(cidrs, |(a, _), (b, _)| a.prefix_length().cmp(&b.prefix_length()));
    let order: Vec<Cidr> = cidrs.iter().map(|(cidr, _)| *cidr).collect();
    for ((cidr, entry), first) in cidrs.iter().zip(first_overlaps(&order)) {
        let Some((wider, other)) = first.and_then(|first| cidrs.get(first)) else { continue };
        let message = match cidr == wider {
            true => format!("{} is already in the access list", quoted(entry.text)),
            false => format!("{} lies within {} of the same access list", quoted(entry.text), quoted(other.text)),
        };
        let help = "remove this entry, or the other one if only this one is intended";
        cx.report(entry.finding(message).help(help).related_at(resource, other.path));
    }
}
