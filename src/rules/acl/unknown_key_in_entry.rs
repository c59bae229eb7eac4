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
use crate::rules::faults::acl::{CommentKey, Ignored, OtherKeys};
use crate::rules::prelude::*;
use crate::value::spelling::all_of;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .source(&[source::PROVIDER_ACL])
    .on(&[FaultCheck::AclCommentKeys(check_comment), FaultCheck::AclOtherKeys(check_others)]);

fn check_comment<'a>(cx: &mut Context<'a>, list: Acl<'a>, CommentKey(entry, ignored): &CommentKey<'a>) {
    let path = entry.key(ignored.key);
    let finding = finding(list, path, ignored).help("rename the key to `comment`");
    cx.report(match ignored.text {
        Some(text) => finding.set(entry.key(acl::COMMENT), text).remove(path),
        None => finding,
    });
}

fn check_others<'a>(cx: &mut Context<'a>, list: Acl<'a>, OtherKeys(entry, others): &OtherKeys<'a>) {
    for ignored in others {
        let path = entry.key(ignored.key);
        let finding = finding(list, path, ignored);
        // A second address was meant to give somebody access: no fix may drop it.
        if ignored.address.is_some() {
            let help = "add a separate entry for these addresses if they should be able to connect, or remove the key";
            cx.report(finding.help(help));
            continue;
        }
        let known = all_of(&[acl::ADDRESS, acl::COMMENT]);
        let finding = finding.help(format!("remove the key; the keys of an entry are {known}"));
        cx.report(if ignored.text.is_some() { finding.remove(path) } else { finding });
    }
}

fn finding<'a>(list: Acl<'a>, path: PropertyPath<'a>, ignored: &Ignored<'a>) -> Finding<'a> {
    Finding::at(list.resource, path, format!("the key {} of the access list entry is ignored", quoted(ignored.key)))
}
