//! An access list must have at least one entry.
//!
//! ## Why
//! The access list says who may connect. If it is empty, nobody can reach the public clusters that use it.
//! ## Example
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [] } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "9.9.9.0/24", "comment": "office" }] } }
//! ```

use crate::model::acl;
use crate::rules::faults::list::NoItems;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_ACL, source::DOCS_NETWORKING_PUBLIC_NETWORK])
    .on(&[FaultCheck::AclCount(check)]);

fn check<'a>(cx: &mut Context<'a>, list: Acl<'a>, NoItems: &NoItems) {
    let message = "the access list is empty, so no address can connect";
    let help = "add the public addresses that clients connect from, \
                each as `{ address: \"9.9.9.0/24\", comment: \"office\" }`";
    cx.report(Finding::at(list.resource, acl::CIDR_BLOCKS, message).help(help));
}
