//! What several rules about changes ask.

use crate::catalogue::rows::Cloud;
use crate::model::change::upgrade::Release;
use crate::model::change::{Action, Change, Effect, Step};
use crate::model::kind::KindId;
use crate::model::managed_cluster as cluster;
use crate::rules::context::Context;
use crate::value::server_version::Line;
use crate::value::spelling::all_of;

/// What a resource is called in a sentence.
pub(in crate::rules) const fn noun(step: &Step<'_>) -> &'static str {
    match step.kind.id {
        KindId::Network => "network",
        KindId::Peering => "peering",
        KindId::ManagedCluster => "cluster",
        KindId::ManagedClusterReplicaset => "replica set",
        _ => "resource",
    }
}

/// Whether the resource is replaced.
pub(in crate::rules) fn is_replaced(step: &Step<'_>) -> bool {
    step.action == Action::Replace
}

/// Whether a database is lost that may not be.
pub(in crate::rules) fn is_unexpected_loss(step: &Step<'_>) -> bool {
    step.is_database_lost() && !step.is_loss_allowed
}

/// The changes that replace the resource; nothing where it is not replaced.
pub(in crate::rules) fn replacing<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) -> Vec<&'a Change<'a>> {
    if is_replaced(step) { cx.changes(step, Effect::Replace) } else { Vec::new() }
}

/// The names of the properties that change, as prose.
pub(in crate::rules) fn names(changes: &[&Change<'_>]) -> String {
    let names: Vec<&str> = changes.iter().map(|change| change.property.name).collect();
    all_of(&names)
}

/// The cloud of the disks that a cluster should have.
pub(in crate::rules) fn disk_cloud<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) -> Option<Cloud> {
    let disk_type = cx.text(step.after?, cluster::DISK_TYPE).known()?;
    Some(cx.catalogue().disk_type(disk_type.trim())?.cloud)
}

/// Whether a cluster has a single node.
pub(in crate::rules) fn has_single_node<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) -> bool {
    let topology = step.before.and_then(|before| cx.text(before, cluster::TOPOLOGY).known());
    topology.and_then(|topology| cx.catalogue().topology(topology.trim())).is_some_and(|row| row.nodes == 1)
}

/// The change of a cluster's full version, where it is upgraded or downgraded.
pub(in crate::rules) fn version_change<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) -> Option<&'a Change<'a>> {
    let change = cx.change(step, cluster::SERVER_VERSION_TAG)?;
    matches!(change.effect, Effect::Upgrade | Effect::Downgrade).then_some(change)
}

/// The change of a cluster's full version that upgrades it, and the releases before and after.
pub(in crate::rules) fn upgrade<'a>(
    cx: &mut Context<'a>,
    step: &'a Step<'a>,
) -> Option<(&'a Change<'a>, Release, Release)> {
    let change = version_change(cx, step)?;
    let (from, to) = releases(cx, step)?;
    (change.effect == Effect::Upgrade).then_some((change, from, to))
}

/// The releases of a cluster before and after.
pub(in crate::rules) fn releases<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) -> Option<(Release, Release)> {
    let (before, after) = (step.before?, step.after?);
    let line = cx.state(before, cluster::SERVER_VERSION)?;
    let tag = cx.state(before, cluster::SERVER_VERSION_TAG)?;
    let new_tag = cx.state(after, cluster::SERVER_VERSION_TAG)?;
    Some((Release::of_cluster(line, tag)?, Release::of(new_tag)?))
}

/// The steps of an upgrade route as prose.
pub(in crate::rules) fn steps_of(hops: &[Line]) -> String {
    let hops: Vec<String> = hops.iter().map(|line| format!("to a version of `{line}`")).collect();
    hops.join(", then ")
}
