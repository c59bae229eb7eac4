//! A cidrBlock lies inside private address space.
//!
//! ## Why
//! The guides of all three clouds ask for private address space. Nothing checks it before the service does, and a block
//! such as `172.250.0.0/16` looks private without being so: that range ends at `172.31.255.255`.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": "172.250.0.0/16" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": "172.25.0.0/16" } }
//! ```

use crate::catalogue::rows::CidrRole;
use crate::model::network;
use crate::rules::prelude::*;
use crate::rules::shared::network::valid_block;

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Service)
    .source(&[source::DOCS_PRIVATE_ACCESS_AWS, source::DOCS_PRIVATE_ACCESS_GCP, source::DOCS_PRIVATE_ACCESS_AZURE])
    .each_resource(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some((text, block)) = valid_block(cx, resource) else { return };
    let private: Vec<_> = cx.catalogue().cidr_blocks(CidrRole::Private).collect();
    if private.iter().any(|range| range.contains(block)) {
        return;
    }
    let shown = quoted(text);
    let message = match private.iter().any(|range| range.overlaps(block)) {
        true => format!("{shown} reaches beyond private address space"),
        false => format!("{shown} is not private address space"),
    };
    let ranges: Vec<String> = private.iter().map(ToString::to_string).collect();
    let help = format!("choose a block inside {} that no network you will connect to it uses", one_of(&ranges));
    cx.report(Finding::at(resource, network::CIDR_BLOCK, message).help(help));
}
