//! What a builder writes for its caller: one spelling for values that have several, and documented defaults.
//!
//! Only spellings with the same meaning are changed (case, white space, a display name, a macro of cron, one address
//! as a block); anything else is left as it is, and a rule refuses it. Secret text is never looked at.

use std::borrow::Cow;

use super::facts::Applies;
use super::kind::{DiskSetting, Filled, KindId, Property, PropertyId, ValueSet, When};
use super::path::PropertyPath;
use super::program::Program;
use super::resource::{Resource, State};
use super::target::Target;
use super::{acl, integration, managed_cluster, network, peering, scheduled_backup};
use crate::catalogue::Catalogue;
use crate::catalogue::rows::Cloud;
use crate::diagnostic::{Edit, FixValue};
use crate::net::{Cidr, CidrError};

type Change = (PropertyPath<'static>, FixValue);

/// Writes spellings and defaults into the args of every resource, and says what was written.
pub fn complete(program: &mut Program, target: &Target, catalogue: &Catalogue) -> Vec<Edit> {
    let mut edits = Vec::new();
    for resource in &mut program.resources {
        let mut changes = spellings(resource, catalogue);
        changes.extend(inside(resource, catalogue));
        changes.extend(defaults(resource, target, catalogue));
        // A path ends where something is secret as a whole, so what is inside it cannot be written.
        changes.retain(|(place, _)| !is_inside_secret(resource, *place));
        for (place, value) in changes {
            edits.push(Edit::Set { path: place.path(resource), value: value.clone() });
            resource.set(
                place,
                match value {
                    FixValue::Text(text) => State::Text(text.into()),
                    FixValue::Number(number) => State::Number(f64::from(number)),
                    FixValue::Boolean(boolean) => State::Boolean(boolean),
                },
            );
        }
    }
    edits
}

fn kind_of(resource: &Resource) -> Option<KindId> {
    resource.kind.map(|kind| kind.id)
}

/// The cloud whose regions the resource names.
fn cloud_of(resource: &Resource, catalogue: &Catalogue) -> Option<Cloud> {
    let named = |id| text(resource, id).and_then(|name| catalogue.cloud(name.trim())).map(|row| row.id);
    match kind_of(resource)? {
        KindId::Network => named(network::RESOURCE_PROVIDER),
        KindId::Peering => named(peering::PEER_RESOURCE_PROVIDER),
        KindId::AWSCloudWatchLogsIntegration | KindId::AWSCloudWatchMetricsIntegration => Some(Cloud::Aws),
        _ => None,
    }
}

fn spellings(resource: &Resource, catalogue: &Catalogue) -> Vec<Change> {
    let kind = kind_of(resource);
    let cloud = cloud_of(resource, catalogue);
    let mut changes = Vec::new();
    for (id, property, slot) in resource.properties() {
        let State::Text(written) = &slot.state else { continue };
        let trimmed = written.trim();
        let canonical: Option<Cow<'_, str>> = match property.values {
            Some(ValueSet::Clouds) => catalogue.cloud(trimmed).map(|row| row.id.as_str().into()),
            Some(ValueSet::Regions) => Some(region(trimmed, cloud, catalogue)),
            Some(ValueSet::Topologies) => catalogue.topology(trimmed).map(|row| row.id.as_str().into()),
            Some(ValueSet::InstanceTypes) => catalogue.instance_type(trimmed).map(|row| row.id.as_str().into()),
            Some(ValueSet::DiskTypes) => catalogue.disk_type(trimmed).map(|row| row.id.as_str().into()),
            Some(ValueSet::ProjectionLevels) => catalogue.projection_level(trimmed).map(|row| row.id.as_str().into()),
            None if kind == Some(KindId::ScheduledBackup) && id == scheduled_backup::SCHEDULE => {
                Some(schedule(trimmed, catalogue))
            }
            None if kind == Some(KindId::Network) && id == network::CIDR_BLOCK => Some(trimmed.into()),
            None => None,
        };
        if let Some(canonical) = canonical.filter(|canonical| **canonical != **written) {
            changes.push((id.into(), FixValue::Text(canonical.into_owned())));
        }
    }
    changes
}

/// Spellings and defaults inside lists and objects.
fn inside(resource: &Resource, catalogue: &Catalogue) -> Vec<Change> {
    let mut changes = Vec::new();
    match kind_of(resource) {
        Some(KindId::Peering) => {
            for (place, state) in items(resource, peering::ROUTES) {
                let State::Text(written) = state else { continue };
                if written.trim() != written {
                    changes.push((place, FixValue::from(written.trim())));
                }
            }
        }
        Some(KindId::Acl) => {
            for (place, state) in items(resource, acl::CIDR_BLOCKS) {
                let State::Map(entry) = state else { continue };
                let address = entry.get(acl::ADDRESS).map(|slot| &slot.state);
                if let Some(State::Text(written)) = address {
                    let canonical = address_block(written.trim());
                    if canonical != *written {
                        changes.push((place.key(acl::ADDRESS), FixValue::Text(canonical)));
                    }
                }
                // An entry with other keys than its own is a mistake that a comment would only hide.
                if address.is_some() && !entry.contains_key(acl::COMMENT) {
                    changes.push((place.key(acl::COMMENT), FixValue::from("")));
                }
            }
        }
        Some(KindId::Integration) => {
            let place = integration::DATA;
            let written = |key| match resource.slot_at(place.key(key)).map(|slot| &slot.state) {
                Some(State::Text(text)) => Some(text.as_str()),
                _ => None,
            };
            let sink = written(integration::SINK).and_then(|text| catalogue.sink_in_any_case(text.trim()));
            let source = written(integration::SOURCE).map(|text| text.trim().to_lowercase());
            let is_known =
                |source: &String| catalogue.sinks().any(|row| row.sources.iter().any(|s| s.as_str() == source));
            for (key, canonical) in [
                (integration::SINK, sink.map(|row| row.id.to_string())),
                (integration::SOURCE, source.filter(is_known)),
            ] {
                if let Some(canonical) = canonical.filter(|canonical| written(key) != Some(canonical)) {
                    changes.push((place.key(key), FixValue::Text(canonical)));
                }
            }
        }
        _ => {}
    }
    changes
}

/// The places of a list and what is known of each.
fn items(resource: &Resource, id: PropertyId) -> impl Iterator<Item = (PropertyPath<'static>, &State)> {
    let items = match resource.slot(id).map(|slot| &slot.state) {
        Some(State::List(items)) => items.as_slice(),
        _ => &[],
    };
    items.iter().enumerate().map(move |(index, slot)| (id.at(index), &slot.state))
}

/// One address as a block of one address.
fn address_block(written: &str) -> String {
    match Cidr::parse(written) {
        Err(CidrError::NoPrefixLength(address)) => format!("{address}/32"),
        _ => written.to_string(),
    }
}

/// A region in lower case; of Azure also the programmatic name for a display name.
fn region<'a>(written: &'a str, cloud: Option<Cloud>, catalogue: &'a Catalogue) -> Cow<'a, str> {
    let is_azure = |cloud: &Cloud| *cloud == Cloud::Azure;
    let named = cloud.filter(is_azure).and_then(|cloud| catalogue.region_by_spelling(cloud, written));
    match named {
        Some(row) => row.id.as_str().into(),
        None if written.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) => written.into(),
        None => written.to_lowercase().into(),
    }
}

/// A macro in five fields, and single spaces.
fn schedule<'a>(written: &'a str, catalogue: &Catalogue) -> Cow<'a, str> {
    match catalogue.schedule_macro(written).and_then(|row| row.schedule.as_ref()) {
        Some(schedule) => schedule.to_string().into(),
        // Long text is no schedule; it is left for the rules.
        None if written.len() <= 200 => written.split_whitespace().collect::<Vec<_>>().join(" ").into(),
        None => written.into(),
    }
}

fn defaults(resource: &Resource, target: &Target, catalogue: &Catalogue) -> Vec<Change> {
    let Some(kind) = resource.kind else { return Vec::new() };
    let left_out = resource.properties().filter(|(_, _, slot)| matches!(slot.state, State::Missing));
    let filled = left_out.filter_map(|(id, property, _)| Some((id, property.filled?)));
    let value = |id, filled| {
        let facts = catalogue.property(target, kind, id)?;
        match (filled, facts.applies) {
            (_, Applies::Never) => None,
            (_, Applies::DiskType(setting)) => disk_setting(resource, setting, catalogue).map(FixValue::Number),
            (Filled::BackupDescription, _) => {
                let is_open = !is_secret(resource, scheduled_backup::DESCRIPTION);
                let name = text(resource, scheduled_backup::DESCRIPTION).filter(|_| is_open);
                Some(FixValue::Text(backup_description(name, catalogue)))
            }
            _ => facts.default,
        }
    };
    filled.filter_map(|(id, filled)| Some((id.into(), value(id, filled)?))).collect()
}

/// The least that the disk type of a cluster, and its throughput, need of a setting.
fn disk_setting(resource: &Resource, setting: DiskSetting, catalogue: &Catalogue) -> Option<u32> {
    let disk_type = text(resource, managed_cluster::DISK_TYPE).and_then(|name| catalogue.disk_type(name.trim()))?;
    setting.least(disk_type, number(resource, managed_cluster::DISK_THROUGHPUT))
}

/// The properties that were left out and that a value which is not known yet may give a default.
#[must_use]
pub fn deferred_defaults(resource: &Resource) -> Vec<&'static str> {
    let has_unknown_disk_type = kind_of(resource) == Some(KindId::ManagedCluster)
        && resource.slot(managed_cluster::DISK_TYPE).is_some_and(|slot| slot.state == State::Unknown);
    if !has_unknown_disk_type {
        return Vec::new();
    }
    let may_be_filled = |property: &Property| property.filled.is_some() && matches!(property.when, When::DiskType(_));
    let left_out = resource.properties().filter(|(_, _, slot)| slot.state == State::Missing);
    left_out.filter(|(_, property, _)| may_be_filled(property)).map(|(_, property, _)| property.name).collect()
}

/// A description for the backups of a job: cluster, the job's own name where it has a plain one, and time.
#[must_use]
pub fn backup_description(job: Option<&str>, catalogue: &Catalogue) -> String {
    let example = catalogue.backup_limits().map_or("", |limits| limits.description_example.as_str());
    match job.map(str::trim).filter(|job| {
        !job.is_empty() && job.len() <= 60 && !job.contains(|c: char| c.is_control() || matches!(c, '{' | '}'))
    }) {
        Some(job) => example.replacen("backup", job, 1),
        None => example.to_string(),
    }
}

fn text(resource: &Resource, id: PropertyId) -> Option<&str> {
    match &resource.slot(id)?.state {
        State::Text(text) => Some(text),
        _ => None,
    }
}

fn number(resource: &Resource, id: PropertyId) -> Option<f64> {
    match resource.slot(id)?.state {
        State::Number(number) => Some(number),
        _ => None,
    }
}

/// Whether something around a place is secret as a whole.
fn is_inside_secret(resource: &Resource, place: PropertyPath<'_>) -> bool {
    let around = [PropertyPath { key: None, ..place }, place.property()];
    around.into_iter().filter(|around| *around != place).any(|a| resource.slot_at(a).is_some_and(|slot| slot.secret))
}

fn is_secret(resource: &Resource, id: PropertyId) -> bool {
    resource.slot(id).is_some_and(|slot| slot.secret)
}
