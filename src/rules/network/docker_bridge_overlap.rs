//! `cidrBlock` should not overlap the CIDR block that Docker assigns to containers by default.
//!
//! ## Why
//! A client in a container treats these addresses as those of its own host: it looks for the cluster on the local
//! bridge and finds nothing there.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": "172.17.0.0/16" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": "172.20.0.0/16" } }
//! ```

use crate::catalogue::rows::CidrRole;
use crate::model::network;
use crate::rules::prelude::*;
use crate::rules::shared::network::suggest_block;

pub const RULE: Rule = Rule::advice(DetectedAt::Undetected)
    .confidence(Confidence::Low)
    .source(&[source::CLOUD_KNOWLEDGE])
    .each_resource(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(net) = Network::of(cx, resource) else { return };
    let Some(cidr) = net.unreported_block(cx) else { return };
    let Some(bridge) = cx.catalogue().cidr_blocks(CidrRole::Docker).find(|bridge| bridge.overlaps(cidr)) else {
        return;
    };
    let message = format!(
        "{} overlaps `{bridge}`, the CIDR block that Docker assigns to containers by default",
        quoted(&cidr.to_string())
    );
    let finding = Finding::at(resource, network::CIDR_BLOCK, message);
    let example = net.free_block(cx);
    cx.report(suggest_block(finding, example, |listed| {
        format!("if any client of the clusters runs in a container, use another CIDR block{listed}")
    }));
}
