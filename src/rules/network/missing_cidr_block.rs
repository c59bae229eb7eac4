//! A private network has a cidrBlock.
//!
//! ## Why
//! A network is private unless `publicAccess` is true, and a private one needs a block. Nobody checks before the
//! provider's create call.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": null } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "cidrBlock": null, "publicAccess": true } }
//! ```

use crate::model::network;
use crate::rules::prelude::*;

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Apply)
    .source(&[source::PROVIDER_NETWORK])
    .each_resource(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if cx.is_given(resource, network::CIDR_BLOCK) {
        return;
    }
    if cx.boolean(resource, network::PUBLIC_ACCESS).or(false) == Some(false) {
        let help = "add a private block such as `10.20.0.0/16`, or set `publicAccess: true` for a network without one";
        cx.report(Finding::at(resource, network::CIDR_BLOCK, "a private network needs a `cidrBlock`").help(help));
    }
}
