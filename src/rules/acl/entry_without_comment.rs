//! Every entry of an access list has a comment.
//!
//! ## Why
//! The service always answers with both keys. An entry without a comment never looks like the answer, so every preview
//! shows a change that is none.
//! ## Example
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "9.9.9.0/24" }] } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "9.9.9.0/24", "comment": "" }] } }
//! ```

use crate::model::acl;
use crate::rules::prelude::*;
use crate::rules::shared::acl::{comment_like, entries, keys};

pub(super) const RULE: Rule =
    Rule::warning().confidence(Confidence::Medium).source(&[source::PROVIDER_ACL]).each_resource(&[KindId::Acl], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for entry in entries(cx, resource) {
        // ACL002 is about entries without an address, ACL003 about a comment under another key.
        let Some((true, other)) = keys(cx, resource, entry) else { continue };
        let place = entry.key(acl::COMMENT);
        if cx.has_key(resource, place) || comment_like(cx, resource, entry, &other).is_some() {
            continue;
        }
        let help = "say what the entry is for, or write `comment: \"\"`; the builder adds it by itself";
        cx.report(Finding::at(resource, place, "the entry has no `comment`").help(help).set(place, ""));
    }
}
