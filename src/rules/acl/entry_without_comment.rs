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
use crate::rules::faults::acl::NoComment;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_ACL])
    .on(&[FaultCheck::AclComments(check)]);

fn check<'a>(cx: &mut Context<'a>, list: Acl<'a>, NoComment(entry): &NoComment<'a>) {
    let path = entry.key(acl::COMMENT);
    let finding = Finding::at(list.resource, path, "the access list entry has no `comment`");
    let help =
        "add a `comment` that says what the entry is for, or `comment: \"\"`, which the builder adds automatically";
    cx.report(finding.suggest(path, [""], |_| help.to_string()).set(path, ""));
}
