//! What happens to one resource, in words.

use super::cascade::{PROTECTED, is_named};
use super::compare::is_secret;
use super::draft::{Changed, Draft};
use super::plan::{Action, DeferredEffect, Downtime, Effect, ReplaceOrder, Step};
use super::upgrade::{Release, UpgradeRoute, upgrade_path};
use crate::catalogue::Catalogue;
use crate::diagnostic::ResourceName;
use crate::model::kind::{Change, KindId};
use crate::model::managed_cluster as cluster;
use crate::model::resource::{Slot, State};
use crate::model::settings::Settings;
use crate::model::target::Engine;
use crate::value::spelling::{all_of, quoted};

/// Most names that one sentence has.
const MOST_NAMES: usize = 10;

/// The step of one resource.
pub(super) fn step(draft: &Draft<'_>, drafts: &[Draft<'_>], settings: &Settings) -> Step {
    let mut cascade: Vec<ResourceName> = Vec::new();
    for link in draft.links.iter().filter(|link| !link.is_secret) {
        let Some(parent) = drafts.get(link.parent) else { continue };
        let name = parent.name();
        if !cascade.contains(&name) {
            cascade.push(name);
        }
    }
    Step {
        resource: draft.name(),
        action: draft.action,
        properties: draft.changes.iter().map(Changed::shown).collect(),
        downtime: downtime(draft, &settings.catalogue),
        data_loss: draft.loses_data,
        order: draft.order.filter(|_| draft.action == Action::Replace),
        because: because(draft, drafts, settings),
        cascade,
        route: route(draft, &settings.catalogue),
    }
}

/// Whether clients can reach the resource while it is changed.
fn downtime(draft: &Draft<'_>, catalogue: &Catalogue) -> Downtime {
    let serves = matches!(
        draft.kind.id,
        KindId::Network | KindId::Peering | KindId::ManagedCluster | KindId::ManagedClusterReplicaset
    );
    match draft.action {
        Action::Replace | Action::Delete => return if serves { Downtime::Restart } else { Downtime::None },
        Action::Refused if draft.is_protected => return Downtime::None,
        _ => {}
    }
    let stops = |effect: Effect| matches!(effect, Effect::Resize | Effect::Upgrade | Effect::Downgrade);
    let may_stop = |effect: DeferredEffect| match effect {
        DeferredEffect::Property(effect) => stops(effect) || effect == Effect::Replace,
        DeferredEffect::Resource(action) => action == Action::Delete,
    };
    if draft.changes.iter().any(|changed| stops(changed.effect)) {
        return match nodes(draft, catalogue) {
            None => Downtime::Undecided,
            Some(1) => Downtime::Restart,
            Some(_) => Downtime::Rolling,
        };
    }
    let is_open = serves && draft.deferred.iter().any(|(_, effect)| may_stop(*effect));
    if is_open { Downtime::Undecided } else { Downtime::None }
}

/// How many nodes a cluster has.
pub(super) fn nodes(draft: &Draft<'_>, catalogue: &Catalogue) -> Option<u32> {
    let State::Text(topology) = &draft.before?.slot(cluster::TOPOLOGY)?.state else { return None };
    Some(catalogue.topology(topology.trim())?.nodes)
}

/// The release that a cluster has, by its full version or else by the line that it was made with.
pub(super) fn release_before(draft: &Draft<'_>) -> Option<Release> {
    let release = |slot: &Slot| if let State::Text(text) = &slot.state { Release::parse(text) } else { None };
    let before = draft.before?;
    match before.slot(cluster::SERVER_VERSION_TAG)? {
        Slot { state: State::Missing, .. } => release(before.slot(cluster::SERVER_VERSION)?),
        tag => release(tag),
    }
}

/// The release that a cluster is to have.
pub(super) fn release_after(draft: &Draft<'_>) -> Option<Release> {
    let State::Text(text) = &draft.after?.slot(cluster::SERVER_VERSION_TAG)?.state else { return None };
    Release::parse(text)
}

/// Whether a version of a cluster is a secret, before or after.
fn has_secret_version(draft: &Draft<'_>) -> bool {
    let mut sides = [draft.before, draft.after].into_iter().flatten();
    sides.any(|side| {
        [cluster::SERVER_VERSION, cluster::SERVER_VERSION_TAG].iter().any(|id| side.slot(*id).is_some_and(is_secret))
    })
}

/// The documented way of an upgrade.
fn route(draft: &Draft<'_>, catalogue: &Catalogue) -> Option<UpgradeRoute> {
    if draft.action == Action::Replace || has_secret_version(draft) {
        return None;
    }
    draft.changes.iter().find(|changed| changed.effect == Effect::Upgrade)?;
    let (from, to) = (release_before(draft)?.line, release_after(draft)?.line);
    if from == to { None } else { upgrade_path(from, to, catalogue) }
}

/// Why, in words. Values are never among them.
fn because(draft: &Draft<'_>, drafts: &[Draft<'_>], settings: &Settings) -> Vec<String> {
    let mut lines = match draft.action {
        Action::Create => return vec!["it is new in the program".to_string()],
        Action::Undecided if draft.before.is_none() || draft.after.is_none() => {
            return vec!["it is missing in a document that says it is a part only".to_string()];
        }
        _ if draft.after.is_none() => gone(draft, drafts),
        _ => Vec::new(),
    };
    for changed in &draft.changes {
        if !draft.links.iter().any(|link| link.property == changed.property.name) {
            lines.extend(reason(draft, changed, settings));
        }
    }
    for link in &draft.links {
        let Some(parent) = drafts.get(link.parent) else { continue };
        let fate = if parent.action == Action::Delete { "deleted" } else { "replaced" };
        let named = match link.is_secret {
            true => "a resource".to_string(),
            false => format!("the {} {}", parent.kind.name, quoted(&parent.name().name)),
        };
        lines.push(format!("{} refers to {named}, which is {fate}", quoted(link.property)));
    }
    if draft.is_protected {
        lines.push(format!("{} was true before, and the service deletes nothing that is protected", quoted(PROTECTED)));
    }
    if draft.action == Action::Replace {
        lines.extend(draft.order.map(|order| order_reason(draft, order, settings)));
    }
    if matches!(draft.action, Action::Replace | Action::Delete) {
        if matches!(draft.kind.id, KindId::Project | KindId::Network) {
            lines.push("what is in it goes with it".to_string());
        }
        let held: Vec<String> =
            draft.held_by.iter().filter_map(|index| drafts.get(*index)).map(|held| held.name().name).collect();
        if let Some(names) = listed(&held) {
            lines.push(format!("it cannot go while something protected is in it: {names}"));
        }
    }
    if draft.action == Action::Undecided {
        lines.push("it depends on values that are not known yet".to_string());
    }
    lines
}

/// Why something is deleted.
fn gone(draft: &Draft<'_>, drafts: &[Draft<'_>]) -> Vec<String> {
    let mut lines = vec!["it is no longer in the program".to_string()];
    if let Some(made) = draft.made_again.and_then(|index| drafts.get(index)) {
        lines.push(format!(
            "{} is new and has the same values: if it only has another name now, the option `aliases` keeps it",
            quoted(&made.name().name)
        ));
    }
    lines
}

/// Names as prose, or nothing for none.
pub(super) fn listed(names: &[String]) -> Option<String> {
    let shown: Vec<&String> = names.iter().take(MOST_NAMES).collect();
    let more = names.len().saturating_sub(shown.len());
    match more {
        _ if names.is_empty() => None,
        0 => Some(all_of(&shown)),
        more => Some(format!("{} and {more} more", all_of(&shown))),
    }
}

fn reason(draft: &Draft<'_>, changed: &Changed<'_>, settings: &Settings) -> Option<String> {
    let path = quoted(&changed.path);
    let text = match (changed.property.change, changed.effect) {
        (Change::ReplaceWithout(_), Effect::Replace) => {
            format!("a change of {path} replaces it with the target {}", quoted(&settings.target.to_string()))
        }
        (_, Effect::Replace) => format!("a change of {path} replaces it"),
        (Change::Grow, Effect::Refused) => format!("{path} becomes smaller, and a disk cannot shrink"),
        (_, Effect::Refused) => format!("the provider fails to change {path}"),
        (Change::NoEffect, Effect::NoEffect) if draft.may_change(cluster::SERVER_VERSION_TAG) => return None,
        (Change::NoEffect, Effect::NoEffect) => {
            format!("{path} counts only when it is made; a change of it does nothing")
        }
        (Change::InPlaceUnlessEmpty, Effect::NoEffect) => {
            format!("an empty list is not sent, so {path} stays as it was")
        }
        // A version has no effect only where the cluster is replaced.
        (Change::Upgrade, Effect::NoEffect) => format!("{path} does not count when it is made anew"),
        (_, Effect::NoEffect) => format!("the service does not update {path}"),
        (Change::OtherOrganization, _) => "every id is then looked for in another organisation".to_string(),
        _ => return None,
    };
    Some(text)
}

fn order_reason(draft: &Draft<'_>, order: ReplaceOrder, settings: &Settings) -> String {
    let is_terraform = settings.target.engine == Engine::Terraform;
    match order {
        ReplaceOrder::DeleteFirst if is_terraform => "Terraform deletes before it makes anew".to_string(),
        ReplaceOrder::DeleteFirst if is_named(draft.kind, draft.after) => {
            "it has a name of the program's choice, so Pulumi deletes it before it makes the new one".to_string()
        }
        ReplaceOrder::DeleteFirst => "what it refers to is deleted first, and it before that".to_string(),
        ReplaceOrder::CreateFirst => "Pulumi makes the new one before it deletes the old one".to_string(),
    }
}
