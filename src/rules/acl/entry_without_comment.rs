//! Every entry of an access list must have a `comment`, even an empty one.
//!
//! ## Why
//! The service always returns both keys. An entry without a `comment` never matches what the service returns, so every
//! preview shows a change although nothing has changed.
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

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_ACL])
    .each_resource(&[KindId::Acl], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for entry in entries(cx, resource) {
        // Other rules are about entries without an address, and about a comment under another key.
        let Some((true, ignored)) = keys(cx, resource, entry) else { continue };
        let path = entry.key(acl::COMMENT);
        if cx.has_key(resource, path) || comment_like(cx, resource, entry, &ignored).is_some() {
            continue;
        }
        let finding = Finding::at(resource, path, "the access list entry has no `comment`");
        let help =
            "add a `comment` that says what the entry is for, or `comment: \"\"`, which the builder adds automatically";
        cx.report(finding.suggest(path, [""], |_| help.to_string()).set(path, ""));
    }
}
