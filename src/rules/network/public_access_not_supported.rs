//! `publicAccess`, `aclId` and access lists must only be used with a target that supports them.
//!
//! ## Why
//! Older versions of the legacy package support neither public networks nor access lists, so a program that uses either
//! does not compile. These versions also require `cidrBlock`.
//! ## Example
//! ```json
//! { "target": "eventstorecloud@0.2.15", "resources": [
//!     { "kind": "Acl", "name": "office", "args": {
//!         "cidrBlocks": [{ "address": "9.9.9.9/32", "comment": "office" }]
//!     } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "target": "eventstorecloud@0.2.20", "resources": [
//!     { "kind": "Acl", "name": "office", "args": {
//!         "cidrBlocks": [{ "address": "9.9.9.9/32", "comment": "office" }]
//!     } }
//! ] }
//! ```

use crate::catalogue::rows::FeatureId;
use crate::model::{acl, managed_cluster as cluster, network};
use crate::rules::prelude::*;
use crate::rules::shared::target::{lacking, shown};

pub const RULE: Rule = Rule::error(DetectedAt::Compiler)
    .confidence(Confidence::Medium)
    .source(&[source::PACKAGE_SDK_NODEJS_NETWORK, source::NPM_PACKAGE_NETWORK_D_TS])
    .each_resource(&[KindId::Network, KindId::Acl, KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let ids: &[PropertyId] = match resource.kind.map(|kind| kind.id) {
        Some(KindId::Network) => &[network::PUBLIC_ACCESS],
        Some(KindId::ManagedCluster) => &[cluster::PUBLIC_ACCESS, cluster::ACL_ID],
        _ => &[],
    };
    let is_list = resource.kind.is_some_and(|kind| kind.id == KindId::Acl);
    if !is_list && !ids.iter().any(|id| cx.is_given(resource, *id)) {
        return;
    }
    let asked_by = ids.iter().copied().find(|id| cx.is_given(resource, *id)).unwrap_or(acl::CIDR_BLOCKS);
    let Some(help) = lacking(cx, FeatureId::AccessLists, (resource, asked_by)) else { return };
    let target = shown(cx);
    if is_list {
        let message = format!("the target {target} does not support access lists");
        cx.report(Finding::on(resource, "", message).help(help));
        return;
    }
    for id in ids.iter().copied() {
        if !cx.is_given(resource, id) {
            continue;
        }
        let name = PropertyPath::from(id).path(resource);
        let finding = Finding::at(resource, id, format!("the target {target} does not support `{name}`"));
        // Without it a network or cluster is private, so that nothing is lost when `false` goes.
        let is_off = id != cluster::ACL_ID && is_public(cx, resource) == Some(false);
        cx.report(if is_off {
            finding.help(format!("remove `{name}`; a network or cluster is private without it")).remove(id)
        } else {
            finding.help(format!("{help}, or use a private network with a CIDR block"))
        });
    }
}

/// Whether a network or a cluster is public, if that is known.
fn is_public<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Option<bool> {
    match Network::of(cx, resource) {
        Some(net) => net.is_public(cx),
        None => ManagedCluster::of(cx, resource)?.is_public(cx),
    }
}
