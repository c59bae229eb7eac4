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
use crate::rules::faults::acl::{Entry, Ignored, NoAddress, Reach};
use crate::rules::prelude::*;
use crate::value::spelling::all_of_values;

pub const RULE: Rule = Rule::error(DetectedAt::Undetected)
    .source(&[
        source::PROVIDER_ACL,
        source::KURRENT_PROVIDER_DOCS_ACL_SHOWS_OTHER_KEYS,
        source::KURRENT_PACKAGE_LIVE_CORE_TEST,
    ])
    .on(&[FaultCheck::AclEntries(check)]);

/// Maximum number of keys that one message names.
const MAX_LISTED: usize = 3;

fn check<'a>(cx: &mut Context<'a>, list: Acl<'a>, NoAddress(entry): &NoAddress<'a>) {
    let keys: Vec<&str> = entry.ignored.iter().map(|ignored| ignored.key).collect();
    let message = match keys.as_slice() {
        [] => "the access list entry has no `address`".to_string(),
        [key] => format!("the access list entry has no `address`, and its key {} is ignored", quoted(key)),
        keys if keys.len() <= MAX_LISTED => {
            let keys = all_of_values(keys).unwrap_or_default();
            format!("the access list entry has no `address`, and its keys {keys} are ignored")
        }
        keys => format!("the access list entry has no `address`, and its {} other keys are ignored", keys.len()),
    };
    let finding = Finding::at(list.resource, entry.path.key(acl::ADDRESS), message);
    cx.report(renamed(finding, entry));
}

/// The finding with the renaming of the keys, where it is clear which of them is the address.
fn renamed<'a>(finding: Finding<'a>, entry: &Entry<'a>) -> Finding<'a> {
    let candidate = |ignored: &Ignored<'a>| Some((ignored.key, ignored.text?, ignored.address?));
    let candidates: Vec<_> = entry.ignored.iter().filter_map(candidate).collect();
    let [(key, text, address)] = candidates.as_slice() else {
        return finding.help("add the public CIDR block that clients connect from, as in `address: \"9.9.9.0/24\"`");
    };
    let comment = entry.comment_key();
    let help = match comment {
        Some(comment) => format!("rename {} to `address` and {} to `comment`", quoted(key), quoted(comment.key)),
        None => format!("rename {} to `address`", quoted(key)),
    };
    let finding = finding.help(help);
    // Private addresses are rejected under any key.
    if address.reach == Reach::Private {
        return finding;
    }
    let written = address.plain().map_or_else(|| (*text).to_string(), |cidr| cidr.to_string());
    let finding = finding.set(entry.path.key(acl::ADDRESS), written).remove(entry.path.key(key));
    let path = entry.path.key(acl::COMMENT);
    match comment {
        Some(Ignored { key, text: Some(text), .. }) => finding.set(path, text).remove(entry.path.key(key)),
        None if !entry.has_comment => finding.set(path, ""),
        _ => finding,
    }
}
