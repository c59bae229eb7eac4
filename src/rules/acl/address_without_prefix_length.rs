//! A single address in an access list must be written as a CIDR block with the prefix length 32.
//!
//! ## Why
//! The command line of the service adds a missing prefix length, but the provider sends the address as it is written.
//! With `/32`, the address means the same to both.
//! ## Example
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "9.9.9.9", "comment": "office" }] } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "9.9.9.9/32", "comment": "office" }] } }
//! ```

use crate::rules::prelude::*;
use crate::rules::shared::acl::{Address, check_addresses};

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::ESC_CLI_MAIN, source::PROVIDER_ACL])
    .each_resource(&[KindId::Acl], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    check_addresses(cx, resource, |_, entry| {
        let Address::Bare(address) = entry.address else { return None };
        let finding = entry.finding(format!("{} has no prefix length", quoted(entry.text)));
        Some(finding.use_value(entry.path, format!("{address}/32")))
    });
}
