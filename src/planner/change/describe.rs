//! What happens to one resource, as a plan shows it.

use super::plan::{ChangeStep, Downtime};
use super::properties::shown_change;
use super::reasons::reasons;
use crate::catalogue::Catalogue;
use crate::diagnostic::ResourceName;
use crate::model::change::upgrade::{Release, UpgradeRoute, upgrade_path};
use crate::model::change::{Action, DeferredEffect, Effect, Step};
use crate::model::kind::KindId;
use crate::model::managed_cluster as cluster;
use crate::model::resource::{Slot, State};
use crate::model::settings::Settings;

/// The step of one resource.
pub(super) fn described(step: &Step<'_>, steps: &[Step<'_>], settings: &Settings) -> ChangeStep {
    let mut cascade: Vec<ResourceName> = Vec::new();
    for link in step.links.iter().filter(|link| !link.is_secret) {
        let Some(parent) = steps.get(link.parent) else { continue };
        let name = parent.name();
        if !cascade.contains(&name) {
            cascade.push(name);
        }
    }
    ChangeStep {
        resource: step.name(),
        action: step.action,
        properties: step.changes.iter().map(|change| shown_change(step.kind, change, settings.dialect)).collect(),
        downtime: downtime(step, &settings.catalogue),
        data_loss: step.loses_data,
        data_loss_allowed: step.is_database_lost() && step.is_loss_allowed,
        order: step.order.filter(|_| step.action == Action::Replace),
        reasons: reasons(step, steps, settings),
        cascade,
        route: route(step, &settings.catalogue),
    }
}

/// Whether clients can reach the resource during the change.
fn downtime(step: &Step<'_>, catalogue: &Catalogue) -> Downtime {
    let serves = matches!(
        step.kind.id,
        KindId::Network | KindId::Peering | KindId::ManagedCluster | KindId::ManagedClusterReplicaset
    );
    match step.action {
        Action::Replace | Action::Delete => return if serves { Downtime::Restart } else { Downtime::None },
        Action::Refused if step.is_protected => return Downtime::None,
        _ => {}
    }
    let stops = |effect: Effect| matches!(effect, Effect::Resize | Effect::Upgrade | Effect::Downgrade);
    let may_stop = |effect: DeferredEffect| match effect {
        DeferredEffect::Property(effect) => stops(effect) || effect == Effect::Replace,
        DeferredEffect::Resource(action) => action == Action::Delete,
    };
    if step.changes.iter().any(|change| stops(change.effect)) {
        return match nodes(step, catalogue) {
            None => Downtime::Undecided,
            Some(1) => Downtime::Restart,
            Some(_) => Downtime::Rolling,
        };
    }
    let is_undecided = serves && step.deferred.iter().any(|(_, effect)| may_stop(*effect));
    if is_undecided { Downtime::Undecided } else { Downtime::None }
}

/// How many nodes a cluster has.
fn nodes(step: &Step<'_>, catalogue: &Catalogue) -> Option<u32> {
    let State::Text(topology) = &step.before?.slot(cluster::TOPOLOGY)?.state else { return None };
    Some(catalogue.topology(topology.trim())?.nodes)
}

/// Whether a version of a cluster is a secret, before or after.
fn has_secret_version(step: &Step<'_>) -> bool {
    let versions = [cluster::SERVER_VERSION, cluster::SERVER_VERSION_TAG];
    let mut sides = [step.before, step.after].into_iter().flatten();
    sides.any(|side| versions.iter().any(|id| side.slot(*id).is_some_and(Slot::holds_secret)))
}

/// The documented route of an upgrade.
fn route(step: &Step<'_>, catalogue: &Catalogue) -> Option<UpgradeRoute> {
    let is_upgraded = step.changes.iter().any(|change| change.effect == Effect::Upgrade);
    if step.action == Action::Replace || has_secret_version(step) || !is_upgraded {
        return None;
    }
    let (before, after) = (step.before?, step.after?);
    let line = &before.slot(cluster::SERVER_VERSION)?.state;
    let from = Release::of_cluster(line, &before.slot(cluster::SERVER_VERSION_TAG)?.state)?.line;
    let to = Release::of(&after.slot(cluster::SERVER_VERSION_TAG)?.state)?.line;
    if from == to { None } else { upgrade_path(from, to, catalogue) }
}
