//! ## What it checks
//! That `publicAccess` is used only with a package that has it (`target` of a document).
//! ## Why
//! Older versions of the legacy package know neither public networks nor the property, and a program that sets it does
//! not compile. They also require `cidrBlock`.
//! ## Example
//! ```json
//! { "target": "eventstorecloud@0.2.19", "resources": [
//!     { "kind": "Network", "name": "net", "args": { "publicAccess": true, "cidrBlock": null } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "target": "eventstorecloud@0.2.20", "resources": [
//!     { "kind": "Network", "name": "net", "args": { "publicAccess": true, "cidrBlock": null } }
//! ] }
//! ```

use crate::model::network;
use crate::rules::net::shared::package_without_public_access;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "NET023",
    name: "public-access-not-in-package",
    title: "The target has publicAccess of networks",
    severity: Severity::Error,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    caught_today: CaughtToday::Compiler,
    source: &[
        "EventStore/pulumi-eventstorecloud:sdk/nodejs/network.ts",
        "npm:@eventstore/pulumi-eventstorecloud@0.2.20:network.d.ts",
    ],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Network], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if !cx.is_given(resource, network::PUBLIC_ACCESS) {
        return;
    }
    let Some((package, since)) = package_without_public_access(cx) else { return };
    let target = quoted(&cx.settings().target.to_string());
    let finding = Finding::at(resource, network::PUBLIC_ACCESS, format!("the target {target} has no `publicAccess`"));
    // Without it a network is private, so that nothing is lost when `false` goes.
    let asked = cx.boolean(resource, network::PUBLIC_ACCESS).known();
    cx.report(match asked {
        Some(false) => finding.help("leave it out: a network is private without it").remove(network::PUBLIC_ACCESS),
        _ => finding.help(format!(
            "upgrade `{}` to {since} or newer and say so in `target`, or make the network private with a `cidrBlock`",
            package.id
        )),
    });
}
