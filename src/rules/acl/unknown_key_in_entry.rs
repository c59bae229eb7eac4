//! An entry of an access list has no keys that nothing reads.
//!
//! ## Why
//! Other keys are dropped without a word, and with them whatever they were meant to say.
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

pub(super) const RULE: Rule = Rule::warning().source(&[source::PROVIDER_ACL]).each_resource(&[KindId::Acl], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for entry in entries(cx, resource) {
        // ACL002 is about entries without an address.
        let Some((true, other)) = keys(cx, resource, entry) else { continue };
        let comment = comment_like(cx, resource, entry, &other);
        for key in other {
            let finding = unread(cx, resource, entry, key, comment == Some(key));
            cx.report(finding);
        }
    }
}

fn unread<'a>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
    entry: PropertyPath<'a>,
    key: &'a str,
    is_comment: bool,
) -> Finding<'a> {
    let place = entry.key(key);
    let finding = Finding::at(resource, place, format!("nothing reads {} of an entry", quoted(key)));
    let text = movable(cx, resource, place);
    if is_comment {
        let finding = finding.help("write `comment` instead");
        return match text {
            Some(text) => finding.set(entry.key(acl::COMMENT), text).remove(place),
            None => finding,
        };
    }
    // A second address was meant to let somebody in: it is not for a fix to drop it.
    let is_address = |text: &str| !matches!(Address::read(cx, text), Address::Malformed(_));
    match text {
        Some(text) if is_address(text) => {
            finding.help("give these addresses an entry of their own, if they are to connect, or remove them")
        }
        _ => {
            let finding = finding.help(format!("remove it; an entry has {}", all_of(&[acl::ADDRESS, acl::COMMENT])));
            if text.is_some() { finding.remove(place) } else { finding }
        }
    }
}
