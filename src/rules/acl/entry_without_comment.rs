//! In Terraform every entry of an access list must have a `comment`, even an empty one.
//!
//! ## Why
//! The service always returns both keys. An entry without a `comment` never matches what the service returns, so every
//! plan of Terraform shows a change although nothing has changed. The Pulumi packages see no difference.
//! ## Example
//! ```json
//! { "target": "kurrent-io/kurrentcloud@3.1.0", "resources": [
//!   { "kind": "Acl", "name": "offices", "args": { "cidrBlocks": [{ "address": "9.9.9.0/24" }] } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "target": "kurrent-io/kurrentcloud@3.1.0", "resources": [
//!   { "kind": "Acl", "name": "offices", "args": { "cidrBlocks": [{ "address": "9.9.9.0/24", "comment": "" }] } }
//! ] }
//! ```

use crate::model::acl;
use crate::model::target::Engine;
use crate::rules::faults::acl::NoComment;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_ACL])
    .on(&[FaultCheck::AclComments(check)]);

fn check<'a>(cx: &mut Context<'a>, list: Acl<'a>, NoComment(entry): &NoComment<'a>) {
    if cx.settings().target.engine == Engine::Pulumi {
        return;
    }
    let path = entry.key(acl::COMMENT);
    let finding = Finding::at(list.resource, path, "the access list entry has no `comment`");
    let help = "add a `comment` that says what the entry is for, or an empty one";
    cx.report(finding.suggest(path, [""], |_| help.to_string()).set(path, ""));
}
