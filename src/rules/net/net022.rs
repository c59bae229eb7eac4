//! ## What it checks
//! Whether the block overlaps the one that Docker gives to containers by default.
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

use crate::catalogue::rows::BlockRole;
use crate::model::network;
use crate::rules::net::shared::{EXAMPLE, valid_block};
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "NET022",
    name: "docker-bridge-overlap",
    title: "A cidrBlock does not overlap the default bridge of Docker",
    severity: Severity::Info,
    confidence: Confidence::Low,
    profile: Profile::Advice,
    caught_today: CaughtToday::Nobody,
    source: &["general cloud knowledge"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Network], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some((text, block)) = valid_block(cx, resource) else { return };
    let Some(bridge) = cx.catalogue().blocks(BlockRole::Docker).find(|bridge| bridge.overlaps(block)) else { return };
    let message = format!("{} overlaps the block that Docker gives to containers by default, `{bridge}`", quoted(text));
    let help = format!("take another block, such as `{EXAMPLE}`, if any client of the clusters runs in a container");
    cx.report(Finding::at(resource, network::CIDR_BLOCK, message).help(help));
}
