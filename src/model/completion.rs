//! What a builder writes for its caller: one spelling for values that have several, and documented defaults.
//!
//! Only spellings with the same meaning are changed (case, white space, a display name, a macro of cron); anything
//! else is left as it is, and a rule refuses it.

use super::kind::{KindId, PropertyId, ValueSet};
use super::program::Program;
use super::resource::{Resource, State};
use super::{managed_cluster, network, scheduled_backup};
use crate::catalogue::Catalogue;
use crate::catalogue::rows::Cloud;
use crate::diagnostic::{Edit, FixValue};

/// Writes spellings and defaults into the args of every resource, and says what was written.
pub fn complete(program: &mut Program, catalogue: &Catalogue) -> Vec<Edit> {
    let mut edits = Vec::new();
    for resource in &mut program.resources {
        let mut changes = spellings(resource, catalogue);
        changes.extend(defaults(resource, catalogue));
        for (id, value) in changes {
            let Some(property) = resource.kind.and_then(|kind| kind.properties.get(id.0)) else { continue };
            edits.push(Edit::Set { path: property.name.to_string(), value: value.clone() });
            resource.set(
                id,
                match value {
                    FixValue::Text(text) => State::Text(text),
                    FixValue::Number(number) => State::Number(f64::from(number)),
                    FixValue::Boolean(boolean) => State::Boolean(boolean),
                },
            );
        }
    }
    edits
}

fn spellings(resource: &Resource, catalogue: &Catalogue) -> Vec<(PropertyId, FixValue)> {
    let is_network = resource.kind.is_some_and(|kind| kind.id == KindId::Network);
    let is_backup = resource.kind.is_some_and(|kind| kind.id == KindId::ScheduledBackup);
    let provider = if is_network { text(resource, network::RESOURCE_PROVIDER) } else { None };
    let cloud = provider.and_then(|name| catalogue.cloud(name.trim())).map(|row| row.id);
    let mut changes = Vec::new();
    for (id, property, slot) in resource.properties() {
        let State::Text(written) = &slot.state else { continue };
        let trimmed = written.trim();
        let canonical = match property.values {
            Some(ValueSet::Clouds) => catalogue.cloud(trimmed).map(|row| row.id.as_str().to_string()),
            Some(ValueSet::Regions) => Some(region(trimmed, cloud, catalogue)),
            Some(ValueSet::Topologies) => catalogue.topology(trimmed).map(|row| row.id.to_string()),
            Some(ValueSet::InstanceTypes) => catalogue.instance_type(trimmed).map(|row| row.id.to_string()),
            Some(ValueSet::DiskTypes) => catalogue.disk_type(trimmed).map(|row| row.id.to_string()),
            Some(ValueSet::ProjectionLevels) => catalogue.projection_level(trimmed).map(|row| row.id.to_string()),
            None if is_backup && id == scheduled_backup::SCHEDULE => Some(schedule(trimmed, catalogue)),
            None if is_network && id == network::CIDR_BLOCK => Some(trimmed.to_string()),
            None => None,
        };
        if let Some(canonical) = canonical.filter(|canonical| canonical != written) {
            changes.push((id, FixValue::Text(canonical)));
        }
    }
    changes
}

/// A region in lower case; of Azure also the programmatic name for a display name.
fn region(written: &str, cloud: Option<Cloud>, catalogue: &Catalogue) -> String {
    let named =
        cloud.filter(|cloud| *cloud == Cloud::Azure).and_then(|cloud| catalogue.region_by_spelling(cloud, written));
    named.map_or_else(|| written.to_lowercase(), |row| row.id.to_string())
}

/// A macro in five fields, and single spaces.
fn schedule(written: &str, catalogue: &Catalogue) -> String {
    match catalogue.schedule_macro(written).and_then(|row| row.schedule.as_ref()) {
        Some(schedule) => schedule.to_string(),
        // Long text is no schedule; it is left for the rules.
        None if written.len() <= 200 => written.split_whitespace().collect::<Vec<_>>().join(" "),
        None => written.to_string(),
    }
}

fn defaults(resource: &Resource, catalogue: &Catalogue) -> Vec<(PropertyId, FixValue)> {
    let missing = |id| resource.slot(id).is_some_and(|slot| slot.state == State::Missing);
    let mut changes = Vec::new();
    match resource.kind.map(|kind| kind.id) {
        Some(KindId::ManagedCluster) => {
            let disk_type =
                text(resource, managed_cluster::DISK_TYPE).and_then(|name| catalogue.disk_type(name.trim()));
            let throughput = disk_type.and_then(|row| row.throughput);
            let written = number(resource, managed_cluster::DISK_THROUGHPUT);
            let least_iops = disk_type.and_then(|row| row.least_iops(written));
            if let Some(iops) = least_iops.filter(|_| missing(managed_cluster::DISK_IOPS)) {
                changes.push((managed_cluster::DISK_IOPS, FixValue::Number(iops)));
            }
            if let Some(range) = throughput.filter(|_| missing(managed_cluster::DISK_THROUGHPUT)) {
                changes.push((managed_cluster::DISK_THROUGHPUT, FixValue::Number(range.min)));
            }
        }
        Some(KindId::ScheduledBackup) if missing(scheduled_backup::BACKUP_DESCRIPTION) => {
            let name = text(resource, scheduled_backup::DESCRIPTION)
                .filter(|_| !is_secret(resource, scheduled_backup::DESCRIPTION));
            changes.push((scheduled_backup::BACKUP_DESCRIPTION, FixValue::Text(backup_description(name, catalogue))));
        }
        _ => {}
    }
    changes
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

fn is_secret(resource: &Resource, id: PropertyId) -> bool {
    resource.slot(id).is_some_and(|slot| slot.secret)
}
