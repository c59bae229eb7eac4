//! An entry of an access list must not have any key other than `address` and `comment`.
//!
//! ## Why
//! Any other key is dropped without an error, together with its value.
//! ## Example
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "9.9.9.0/24", "note": "office" }] } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "9.9.9.0/24", "comment": "office" }] } }
//! ```

use crate::model::acl;
use crate::rules::prelude::*;
use crate::rules::shared::acl::{Address, comment_like, entries, keys, movable};
use crate::value::spelling::all_of;

pub const RULE: Rule =
    Rule::warning(DetectedAt::Undetected).source(&[source::PROVIDER_ACL]).each_resource(&[KindId::Acl], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for entry in entries(cx, resource) {
        // Entries without an address have a rule of their own.
        let Some((true, ignored)) = keys(cx, resource, entry) else { continue };
        let comment = comment_like(cx, resource, entry, &ignored);
        for key in ignored {
            let finding = unknown_key(cx, resource, entry, key, comment == Some(key));
            cx.report(finding);
        }
    }
}

fn unknown_key<'a>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
    entry: PropertyPath<'a>,
    key: &'a str,
    is_comment: bool,
) -> Finding<'a> {
    let path = entry.key(key);
    let finding = Finding::at(resource, path, format!("the key {} of the access list entry is ignored", quoted(key)));
    let text = movable(cx, resource, path);
    if is_comment {
        let finding = finding.help("rename the key to `comment`");
        return match text {
            Some(text) => finding.set(entry.key(acl::COMMENT), text).remove(path),
            None => finding,
        };
    }
    // A second address was meant to give somebody access: no fix may drop it.
    let is_address = |text: &str| !matches!(Address::read(cx, text), Address::Malformed(_));
    match text {
        Some(text) if is_address(text) => finding
            .help("add a separate entry for these addresses if they should be able to connect, or remove the key"),
        _ => {
            let known = all_of(&[acl::ADDRESS, acl::COMMENT]);
            let finding = finding.help(format!("remove the key; the keys of an entry are {known}"));
            if text.is_some() { finding.remove(path) } else { finding }
        }
    }
}
