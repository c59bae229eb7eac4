//! The target has public access and access lists.
//!
//! ## Why
//! Older versions of the legacy package know neither public networks nor access lists, and a program that uses them does
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

use crate::catalogue::rows::FeatureId;
use crate::model::resource::State;
use crate::model::{managed_cluster as cluster, network};
use crate::rules::prelude::*;
use crate::rules::shared::target::{lacking, shown};

pub(super) const RULE: Rule = Rule::error()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Compiler)
    .source(&[source::PACKAGE_SDK_NODEJS_NETWORK, source::NPM_PACKAGE_NETWORK_D_TS])
    .each_resource(&[KindId::Network, KindId::Acl, KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let places: &[PropertyId] = match resource.kind.map(|kind| kind.id) {
        Some(KindId::Network) => &[network::PUBLIC_ACCESS],
        Some(KindId::ManagedCluster) => &[cluster::PUBLIC_ACCESS, cluster::ACL_ID],
        _ => &[],
    };
    let is_list = resource.kind.is_some_and(|kind| kind.id == KindId::Acl);
    if !is_list && !places.iter().any(|id| cx.is_given(resource, *id)) {
        return;
    }
    let Some(help) = lacking(cx, FeatureId::AccessLists) else { return };
    let target = shown(cx);
    if is_list {
        cx.report(Finding::on(resource, "", format!("the target {target} has no access lists")).help(help));
        return;
    }
    for id in places.iter().copied().filter(|id| resource.slot(*id).is_some_and(|slot| slot.state != State::Missing)) {
        let name = PropertyPath::from(id).path(resource);
        let finding = Finding::at(resource, id, format!("the target {target} has no `{name}`"));
        // Without it a network or cluster is private, so that nothing is lost when `false` goes.
        let is_off = id != cluster::ACL_ID && cx.boolean(resource, id).known() == Some(false);
        cx.report(if is_off {
            finding.help("leave it out: everything is private without it").remove(id)
        } else {
            finding.help(format!("{help}, or use a private network with a `cidrBlock`"))
        });
    }
}
