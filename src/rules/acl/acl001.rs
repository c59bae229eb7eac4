//! ## What it checks
//! That an access list has at least one entry.
//! ## Why
//! The list says who may connect. With none in it, nobody can reach the public clusters that use it.
//! ## Example
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [] } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "9.9.9.0/24", "comment": "office" }] } }
//! ```

use crate::model::acl;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "ACL001",
    name: "empty-access-list",
    title: "An access list has at least one entry",
    severity: Severity::Error,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &[
        "EventStore/terraform-provider-eventstorecloud:esc/resource_acl.go",
        "kurrent-io/documentation:docs/cloud/networking/public-network.md",
    ],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Acl], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(mut entries) = cx.items(resource, acl::CIDR_BLOCKS).known() else { return };
    if entries.next().is_none() {
        let help = "add the public addresses that clients connect from, \
         each as `{ address: \"9.9.9.0/24\", comment: \"office\" }`";
        cx.report(Finding::at(resource, acl::CIDR_BLOCKS, "the access list lets nobody in").help(help));
    }
}
