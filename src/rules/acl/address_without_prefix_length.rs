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

use crate::rules::faults::acl::FormFault;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::ESC_CLI_MAIN, source::PROVIDER_ACL])
    .on(&[FaultCheck::AclForms(check)]);

fn check<'a>(cx: &mut Context<'a>, list: Acl<'a>, fault: &FormFault<'a>) {
    let FormFault::Bare(written) = fault else { return };
    let message = format!("{} has no prefix length", quoted(written.text));
    let finding = Finding::at(list.resource, written.path, message);
    cx.report(finding.use_value(written.path, written.address.cidr.to_string()));
}
