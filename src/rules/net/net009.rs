//! ## What it checks
//! That the whole block lies inside one of the private ranges of RFC 1918.
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

use crate::catalogue::rows::BlockRole;
use crate::model::network;
use crate::rules::net::shared::valid_block;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "NET009",
    name: "block-not-private",
    title: "A cidrBlock lies inside private address space",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &[
        "kurrent-io/documentation:docs/cloud/getting-started/private-access/aws.md",
        "kurrent-io/documentation:docs/cloud/getting-started/private-access/gcp.md",
        "kurrent-io/documentation:docs/cloud/getting-started/private-access/azure.md",
    ],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Network], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some((text, block)) = valid_block(cx, resource) else { return };
    let private: Vec<_> = cx.catalogue().blocks(BlockRole::Private).collect();
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
