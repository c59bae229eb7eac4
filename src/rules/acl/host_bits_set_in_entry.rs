//! The `address` of an access list entry must be a network address: no bits may be set after the prefix.
//!
//! ## Why
//! `9.9.9.9/24` can mean one address or the 256 addresses around it. The command line of the service rejects it, but
//! the provider sends it as it is written and leaves the choice to the service.
//! ## Example
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "9.9.9.9/24", "comment": "office" }] } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "9.9.9.0/24", "comment": "office" }] } }
//! ```

use crate::net::CidrError;
use crate::rules::faults::acl::FormFault;
use crate::rules::prelude::*;
use crate::rules::shared::network::cidr_fault;

pub const RULE: Rule = Rule::warning(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::ESC_CLI_MAIN])
    .on(&[FaultCheck::AclForms(check)]);

fn check<'a>(cx: &mut Context<'a>, list: Acl<'a>, fault: &FormFault<'a>) {
    let FormFault::HostBits(written, single) = fault else { return };
    let cidr = written.address.cidr;
    let message = cidr_fault(written.text, CidrError::HostBits(cidr), "access lists");
    let values = [Some(cidr), *single].into_iter().flatten().map(|cidr| cidr.to_string());
    cx.report(Finding::at(list.resource, written.path, message).suggest(written.path, values, |_| {
        let single = single.map_or_else(String::new, |single| format!(", or `{single}` for the single address"));
        format!("use `{cidr}` for the whole CIDR block{single}")
    }));
}
