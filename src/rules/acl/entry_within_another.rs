//! No entry of an access list lies within another.
//!
//! ## Why
//! Such an entry adds nobody. Removing it locks nobody out either, which is not what the next reader will expect.
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

pub(super) const RULE: Rule =
    Rule::warning().confidence(Confidence::Medium).source(&[source::INFERENCE]).each_resource(&[KindId::Acl], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let addresses = addresses(cx, resource);
    let blocks: Vec<(Cidr, PropertyPath<'_>, &str)> =
        addresses.iter().filter_map(|(place, text, address)| Some((address.block()?, *place, *text))).collect();
    // From wide to narrow: what overlaps one before it lies within it.
    let blocks = collect::sorted_by(blocks, |(a, _, _), (b, _, _)| a.prefix_length().cmp(&b.prefix_length()));
    let order: Vec<Cidr> = blocks.iter().map(|(block, _, _)| *block).collect();
    for ((block, place, text), around) in blocks.iter().zip(first_overlaps(&order)) {
        let Some((wider, other, written)) = around.and_then(|around| blocks.get(around)) else { continue };
        let message = match block == wider {
            true => format!("{} is in the list already", quoted(text)),
            false => format!("{} lies within {}, which is in the list as well", quoted(text), quoted(written)),
        };
        let help = "remove this entry; if it is the one that is meant, remove the other";
        cx.report(Finding::at(resource, *place, message).help(help).related_at(resource, *other));
    }
}
