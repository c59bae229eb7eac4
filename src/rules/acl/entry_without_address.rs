//! Every entry of an access list has an address.
//!
//! ## Why
//! Entries are plain maps, so any key compiles, and two keys are read: `address` and `comment`. The published reference
//! of the resource shows `cidr` and `description`, which send an empty address without an error.
//! ## Example
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "cidr": "9.9.9.0/24", "description": "office" }] } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "9.9.9.0/24", "comment": "office" }] } }
//! ```

use crate::model::acl;
use crate::rules::prelude::*;
use crate::rules::shared::acl::{Address, comment_like, entries, keys, movable};
use crate::value::spelling::all_of;

pub(super) const RULE: Rule = Rule::error()
    .source(&[
        source::PROVIDER_ACL,
        source::KURRENT_PROVIDER_DOCS_ACL_SHOWS_OTHER_KEYS,
        source::KURRENT_PACKAGE_LIVE_CORE_TEST,
    ])
    .each_resource(&[KindId::Acl], check);

/// Most keys that are named in one message.
const MOST_LISTED: usize = 3;

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for entry in entries(cx, resource) {
        if let Some((false, other)) = keys(cx, resource, entry) {
            let finding = without_address(cx, resource, entry, &other);
            cx.report(finding);
        }
    }
}

fn without_address<'a>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
    entry: PropertyPath<'a>,
    other: &[&'a str],
) -> Finding<'a> {
    let message = match other {
        [] => "the entry has no `address`".to_string(),
        keys if keys.len() <= MOST_LISTED => format!("the entry has no `address`, and nothing reads {}", all_of(keys)),
        keys => format!("the entry has no `address`, and nothing reads its {} other keys", keys.len()),
    };
    let finding = Finding::at(resource, entry.key(acl::ADDRESS), message);
    let mut candidates = Vec::new();
    for key in other.iter().copied() {
        let Some(text) = movable(cx, resource, entry.key(key)) else { continue };
        let address = Address::read(cx, text);
        if !matches!(address, Address::Malformed(_)) {
            candidates.push((key, text, address));
        }
    }
    let [(key, text, address)] = candidates.as_slice() else {
        return finding.help("give the public block that may connect as `address: \"9.9.9.0/24\"`");
    };
    let described = comment_like(cx, resource, entry, other);
    let help = match described {
        Some(comment) => format!("write `address` for {} and `comment` for {}", quoted(key), quoted(comment)),
        None => format!("write `address` for {}", quoted(key)),
    };
    let finding = finding.help(help);
    // Private addresses are refused under any key.
    if matches!(address, Address::Private(_)) {
        return finding;
    }
    let written = address.block().map_or_else(|| (*text).to_string(), |block| block.to_string());
    let finding = finding.set(entry.key(acl::ADDRESS), written).remove(entry.key(key));
    let place = entry.key(acl::COMMENT);
    match described.map(|key| (key, movable(cx, resource, entry.key(key)))) {
        Some((key, Some(text))) => finding.set(place, text).remove(entry.key(key)),
        None if !cx.has_key(resource, place) => finding.set(place, ""),
        _ => finding,
    }
}
