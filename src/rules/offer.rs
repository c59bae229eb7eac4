//! What a finding offers: nothing that the provider of the target refuses, and nothing that replaces a resource which exists
//! without saying so.

use super::finding::{Parts, one_of_values};
use crate::diagnostic::{Edit, FixValue, Severity, Suggestion};
use crate::model::facts::{Absent, Behaviour};
use crate::model::kind::{Kind, KindId};
use crate::model::path::split_first;
use crate::model::resource::{Resource, State};
use crate::model::settings::Settings;
use crate::model::target::Target;
use crate::model::verdict::taken_texts;

/// Takes back what a finding offers where the provider does not take it: rules speak of what there is today, and older
/// versions know less.
pub(super) fn keep_taken(finding: &mut Parts<'_>, settings: &Settings) {
    let Some(kind) = finding.resource.and_then(|resource| resource.kind) else { return };
    if finding.fix.is_empty() && finding.suggestions.is_empty() {
        return;
    }
    let target = &settings.target;
    let takes = taken_texts(target, kind);
    let is_taken = |path: &str, value: &FixValue| {
        let (name, inside) = split_first(path);
        let Some((id, property)) = kind.property(name).filter(|_| inside.is_empty()) else { return true };
        // A setting that the provider does not have is another rule's matter.
        let is_known = kind.terraform.is_none() || !target.lacks(kind, property);
        is_known && !matches!(value, FixValue::Text(text) if !takes(id, text))
    };
    let is_edit_taken = |edit: &Edit| match edit {
        Edit::Set { path, value } => is_taken(path, value),
        Edit::Remove { .. } => true,
    };
    let is_offered = |one: &Suggestion| is_taken(&one.path, &one.value);
    if finding.fix.iter().all(is_edit_taken) && finding.suggestions.iter().all(is_offered) {
        return;
    }
    finding.fix.clear();
    finding.suggestions.retain(is_offered);
    let left: Vec<FixValue> = finding.suggestions.iter().map(|one| one.value.clone()).collect();
    finding.help = match left.is_empty() {
        true => format!("what would be right is not accepted by {target}: use a newer version of the provider"),
        false => format!("use {}", one_of_values(&left)),
    };
}

/// Takes back what a finding offers where it would replace a resource that exists and keeps the value that it has.
///
/// A warning about such a value then says to leave it. What is refused has to change, but not by itself: that it replaces
/// the resource is added to the help, and there is no fix.
pub(super) fn spare(finding: &mut Parts<'_>, severity: Severity, target: &Target) {
    let Some(resource) = finding.resource.filter(|resource| resource.kept().is_some()) else { return };
    let Some(kind) = resource.kind else { return };
    let replaces = |path: &str, value: Option<&FixValue>| replaces(resource, kind, path, value, target);
    let of_edit = |edit: &Edit| match edit {
        Edit::Set { path, value } => replaces(path, Some(value)),
        Edit::Remove { path, .. } => replaces(path, None),
    };
    let replaced_by_fix = finding.fix.iter().find_map(of_edit);
    let replaced_by_value = finding.suggestions.iter().find_map(|one| replaces(&one.path, Some(&one.value)));
    let Some(property) = replaced_by_fix.or(replaced_by_value) else { return };
    if replaced_by_fix.is_some() {
        finding.fix.clear();
    }
    let replacing = replacing(kind, property);
    if severity == Severity::Error {
        finding.help = format!("{}; {replacing}", finding.help);
    } else {
        finding.suggestions.retain(|one| replaces(&one.path, Some(&one.value)).is_none());
        finding.help = format!("leave it as it is: {replacing}");
    }
}

/// What a change of a property does.
fn replacing(kind: &Kind, property: &str) -> String {
    let what = match kind.id {
        KindId::Project => "the project and everything in it",
        KindId::Network => "the network and everything in it",
        KindId::Peering => "the peering",
        KindId::ManagedCluster => "the cluster and deletes its data",
        KindId::ManagedClusterReplicaset => "the replica set",
        KindId::ScheduledBackup => "the backup job",
        _ => "the resource",
    };
    format!("a change of `{property}` replaces {what}")
}

/// The property whose change replaces the resource, if this value at a path is another than the one there is.
fn replaces(
    resource: &Resource,
    kind: &'static Kind,
    path: &str,
    value: Option<&FixValue>,
    target: &Target,
) -> Option<&'static str> {
    let (name, inside) = split_first(path);
    let (id, property) = kind.property(name)?;
    let behaviour = target.behaviour(kind, property);
    if behaviour.replaces == Some(false) || !resource.keeps(path) {
        return None;
    }
    let is_same = inside.is_empty() && is_same(&resource.slot(id)?.state, value, behaviour);
    (!is_same).then_some(property.name)
}

/// Whether the provider takes a value for the one that there is.
fn is_same(state: &State, value: Option<&FixValue>, Behaviour { comparison, absent, .. }: Behaviour) -> bool {
    match (state, value) {
        (State::Text(written), Some(FixValue::Text(value))) => comparison.is_same(written, value),
        (State::Missing, Some(FixValue::Text(value))) => matches!(absent, Absent::Text(text) if text == value),
        (State::Missing, Some(FixValue::Boolean(value))) => absent == Absent::False && !value,
        (State::Missing, None) => true,
        (State::Text(written), None) => written.is_empty(),
        (State::Boolean(written), None) => absent == Absent::False && !written,
        _ => false,
    }
}
