//! A cidrBlock does not overlap the default bridge of Docker.
//!
//! ## Why
//! A client in a container takes such addresses for its own host's: it looks for the cluster on the local bridge and
//! finds nothing there.
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
use crate::rules::shared::network::{EXAMPLE, valid_block};

pub(super) const RULE: Rule = Rule::advice()
    .confidence(Confidence::Low)
    .source(&[source::CLOUD_KNOWLEDGE])
    .each_resource(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some((text, block)) = valid_block(cx, resource) else { return };
    let Some(bridge) = cx.catalogue().cidr_blocks(CidrRole::Docker).find(|bridge| bridge.overlaps(block)) else { return };
    let message = format!("{} overlaps the block that Docker gives to containers by default, `{bridge}`", quoted(text));
    let help = format!("take another block, such as `{EXAMPLE}`, if any client of the clusters runs in a container");
    cx.report(Finding::at(resource, network::CIDR_BLOCK, message).help(help));
}
