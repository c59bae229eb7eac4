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

use crate::net::{Cidr, CidrError};
use crate::rules::prelude::*;
use crate::rules::shared::acl::{Address, check_addresses};
use crate::rules::shared::network::cidr_fault;

pub const RULE: Rule = Rule::warning(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::ESC_CLI_MAIN])
    .each_resource(&[KindId::Acl], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    check_addresses(cx, resource, |_, entry| {
        let Address::HostBits(cidr) = entry.address else { return None };
        let finding = entry.finding(cidr_fault(entry.text, CidrError::HostBits(cidr), "access lists"));
        let single = Cidr::resized(entry.text, 32);
        let values = [Some(cidr), single].into_iter().flatten().map(|cidr| cidr.to_string());
        Some(finding.suggest(entry.path, values, |_| {
            let single = single.map_or_else(String::new, |single| format!(", or `{single}` for the single address"));
            format!("use `{cidr}` for the whole CIDR block{single}")
        }))
    });
}
