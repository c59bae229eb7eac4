//! Every entry of an access list must have an `address`.
//!
//! ## Why
//! Entries are plain objects, so any key compiles, but only `address` and `comment` are read. The published reference
//! of the resource shows `cidr` and `description` instead: with these keys, an empty address is sent without an error.
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
use crate::value::spelling::all_of_values;

pub const RULE: Rule = Rule::error(DetectedAt::Undetected)
    .source(&[
        source::PROVIDER_ACL,
        source::KURRENT_PROVIDER_DOCS_ACL_SHOWS_OTHER_KEYS,
        source::KURRENT_PACKAGE_LIVE_CORE_TEST,
    ])
    .each_resource(&[KindId::Acl], check);

/// Maximum number of keys that one message names.
const MAX_LISTED: usize = 3;

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for entry in entries(cx, resource) {
        if let Some((false, ignored)) = keys(cx, resource, entry) {
            let finding = without_address(cx, resource, entry, &ignored);
            cx.report(finding);
        }
    }
}

fn without_address<'a>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
    entry: PropertyPath<'a>,
    ignored: &[&'a str],
) -> Finding<'a> {
    let message = match ignored {
        [] => "the access list entry has no `address`".to_string(),
        [key] => format!("the access list entry has no `address`, and its key {} is ignored", quoted(key)),
        keys if keys.len() <= MAX_LISTED => {
            let keys = all_of_values(keys).unwrap_or_default();
            format!("the access list entry has no `address`, and its keys {keys} are ignored")
        }
        keys => format!("the access list entry has no `address`, and its {} other keys are ignored", keys.len()),
    };
    let finding = Finding::at(resource, entry.key(acl::ADDRESS), message);
    let mut candidates = Vec::new();
    for key in ignored.iter().copied() {
        let Some(text) = movable(cx, resource, entry.key(key)) else { continue };
        let address = Address::read(cx, text);
        if !matches!(address, Address::Malformed(_)) {
            candidates.push((key, text, address));
        }
    }
    let [(key, text, address)] = candidates.as_slice() else {
        return finding.help("add the public CIDR block that clients connect from, as in `address: \"9.9.9.0/24\"`");
    };
    let described = comment_like(cx, resource, entry, ignored);
    let help = match described {
        Some(comment) => format!("rename {} to `address` and {} to `comment`", quoted(key), quoted(comment)),
        None => format!("rename {} to `address`", quoted(key)),
    };
    let finding = finding.help(help);
    // Private addresses are rejected under any key.
    if matches!(address, Address::Private(_)) {
        return finding;
    }
    let written = address.cidr().map_or_else(|| (*text).to_string(), |cidr| cidr.to_string());
    let finding = finding.set(entry.key(acl::ADDRESS), written).remove(entry.key(key));
    let path = entry.key(acl::COMMENT);
    match described.map(|key| (key, movable(cx, resource, entry.key(key)))) {
        Some((key, Some(text))) => finding.set(path, text).remove(entry.key(key)),
        None if !cx.has_key(resource, path) => finding.set(path, ""),
        _ => finding,
    }
}
