//! What holds of a property for a target: the one place that answers whether it must be given, which values it may have,
//! what holds without it, and when it means anything.
//!
//! The answers are put together from the kind's table and the rows of the catalogue that the table names.

use serde::Serialize;

use super::kind::{Absent, Bounds, DiskSetting, Filled, Kind, KindId, Property, PropertyId, Secrecy, ValueSet, When};
use super::managed_cluster;
use super::target::Target;
use crate::catalogue::Catalogue;
use crate::catalogue::rows::{DiskType, Range};
use crate::diagnostic::FixValue;

/// What holds of a property for a target.
#[derive(Clone, Debug, PartialEq)]
pub struct PropertyFacts {
    /// Whether the provider needs it.
    pub required: bool,
    /// The list that its value comes from.
    pub options: Option<ValueSet>,
    /// What holds while it is left out, or what a builder writes then.
    pub default: Option<FixValue>,
    /// The range of a number.
    pub range: Option<Range>,
    /// When it means anything.
    pub applies: Applies,
}

/// When a property means anything for a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applies {
    /// Always.
    Always,
    /// Never: the target does not have it.
    Never,
    /// Where the disk type has the setting.
    DiskType(DiskSetting),
}

impl Catalogue {
    /// What holds of a property of a kind for a target.
    #[must_use]
    pub fn property(&self, target: &Target, kind: &Kind, id: PropertyId) -> Option<PropertyFacts> {
        let property = kind.properties.get(id.0)?;
        let range = property.bounds.and_then(|bounds| self.bounds(bounds));
        Some(PropertyFacts {
            required: property.is_required(),
            options: property.values,
            default: self.default_of(property, range),
            range,
            applies: match property.when {
                When::Target(feature) if !target.has(feature, self) => Applies::Never,
                When::Always | When::Target(_) => Applies::Always,
                When::DiskType(setting) => Applies::DiskType(setting),
            },
        })
    }

    /// The values of a list.
    #[must_use]
    pub fn values(&self, set: ValueSet) -> Vec<&str> {
        match set {
            ValueSet::Clouds => self.clouds().map(|row| row.id.as_str()).collect(),
            ValueSet::Regions => self.regions().map(|row| row.id.as_str()).collect(),
            ValueSet::Topologies => self.topologies().map(|row| row.id.as_str()).collect(),
            ValueSet::InstanceTypes => self.instance_types().map(|row| row.id.as_str()).collect(),
            ValueSet::DiskTypes => {
                self.disk_types().filter(|row| row.replaced_by.is_none()).map(|row| row.id.as_str()).collect()
            }
            ValueSet::ProjectionLevels => self.projection_levels().map(|row| row.id.as_str()).collect(),
        }
    }

    fn bounds(&self, bounds: Bounds) -> Option<Range> {
        match bounds {
            Bounds::DiskSize => self.disk_size_gb(),
            Bounds::Disk(setting) => {
                let ranges = self.disk_types().filter_map(|disk| setting.range(disk));
                ranges.reduce(|all, one| Range { min: all.min.min(one.min), max: all.max.max(one.max) })
            }
            Bounds::Replicas => Some(self.replica_limits()?.replica_count),
            Bounds::Backups => Some(self.backup_limits()?.max_backup_count),
        }
    }

    fn default_of(&self, property: &Property, range: Option<Range>) -> Option<FixValue> {
        match (property.filled, property.absent) {
            (Some(Filled::Neutral), _) => {
                let neutral = self.provider_setting(property.name)?.neutral.as_ref();
                neutral.map(|neutral| FixValue::from(neutral.as_str()))
            }
            (Some(Filled::Least), _) => range.map(|range| FixValue::Number(range.min)),
            (Some(Filled::BackupDescription), _) => {
                self.backup_limits().map(|limits| FixValue::from(limits.description_example.as_str()))
            }
            (None, Absent::False) => Some(FixValue::Boolean(false)),
            (None, Absent::Text(text)) => Some(FixValue::from(text)),
            (None, Absent::Empty | Absent::AutoName | Absent::Kept) => None,
        }
    }
}

impl DiskSetting {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Iops, Self::Throughput];

    /// Its property of a cluster.
    #[must_use]
    pub const fn id(self) -> PropertyId {
        match self {
            Self::Iops => managed_cluster::DISK_IOPS,
            Self::Throughput => managed_cluster::DISK_THROUGHPUT,
        }
    }

    /// The name of its property.
    #[must_use]
    pub fn name(self) -> &'static str {
        let PropertyId(place) = self.id();
        managed_cluster::KIND.properties.get(place).map_or("", |property| property.name)
    }

    /// What it is counted in.
    #[must_use]
    pub const fn unit(self) -> &'static str {
        match self {
            Self::Iops => "IOPS",
            Self::Throughput => "MB/s",
        }
    }

    /// Its range on a disk type that has it.
    #[must_use]
    pub const fn range(self, disk: &DiskType) -> Option<Range> {
        match self {
            Self::Iops => disk.iops,
            Self::Throughput => disk.throughput,
        }
    }

    /// The least that a disk type, and the throughput that is set, need of it.
    #[must_use]
    pub fn least(self, disk: &DiskType, throughput: Option<f64>) -> Option<u32> {
        match self {
            Self::Iops => disk.min_iops(throughput),
            Self::Throughput => Some(self.range(disk)?.min),
        }
    }
}

/// A kind's facts as plain data.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct KindMeta {
    /// Its name, as in `new esc.Network(...)`.
    pub kind: KindId,
    /// The name of its builder.
    pub builder: &'static str,
    /// The end of its name in Terraform, such as `network` of `kurrentcloud_network`; nothing where it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub terraform: Option<&'static str>,
    /// What it is.
    pub doc: &'static str,
    /// Its inputs, and the outputs that only the service sets.
    pub properties: Vec<PropertyMeta>,
}

/// A property's facts as plain data.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PropertyMeta {
    /// Its name in the SDK.
    pub name: &'static str,
    /// What it means, with unit and range.
    pub doc: &'static str,
    /// Whether the provider needs it.
    pub required: bool,
    /// Whether only the service sets it: it cannot be an input.
    pub computed: bool,
    /// Whether its values, or some of those inside, must never be shown, marked as secret or not.
    pub secret: bool,
    /// For an id, or a list of ids: the kind of resource that they are the ids of.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub refers_to: Option<&'static str>,
}

impl Kind {
    /// Its facts as plain data, for the target that holds where none is named.
    #[must_use]
    pub fn meta(&self) -> KindMeta {
        let (catalogue, target) = (Catalogue::default(), Target::default());
        let required = |id| catalogue.property(&target, self, PropertyId(id)).is_some_and(|facts| facts.required);
        let properties = self.properties.iter().enumerate().map(|(id, property)| PropertyMeta {
            name: property.name,
            doc: property.doc,
            required: required(id),
            computed: property.is_computed(),
            secret: !matches!(property.secrecy, Secrecy::Open),
            refers_to: property.refers_to,
        });
        KindMeta {
            kind: self.id,
            builder: self.builder,
            terraform: self.terraform,
            doc: self.doc,
            properties: properties.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kinds::KINDS;
    use crate::model::{managed_cluster, network, provider, replicaset};

    fn facts(target: &str, kind: &Kind, name: &str) -> PropertyFacts {
        let (id, _) = kind.property(name).unwrap();
        Catalogue::default().property(&Target::parse(target).unwrap(), kind, id).unwrap()
    }

    #[test]
    fn facts_come_from_the_table_and_the_rows_that_it_names() {
        let of = |kind, name| facts("eventstorecloud@0.2.20", kind, name);
        let cluster = &managed_cluster::KIND;
        let iops = of(cluster, "diskIops");
        assert_eq!((iops.required, iops.applies), (false, Applies::DiskType(DiskSetting::Iops)));
        assert_eq!((iops.default, iops.range), (Some(FixValue::Number(3000)), Some(Range { min: 3000, max: 16_000 })));
        assert_eq!(of(cluster, "diskSize").range, Some(Range { min: 8, max: 4096 }));
        assert_eq!(of(cluster, "projectionLevel").default, Some(FixValue::from("off")));
        assert_eq!(of(cluster, "topology").options, Some(ValueSet::Topologies));
        assert_eq!(of(&network::KIND, "publicAccess").default, Some(FixValue::Boolean(false)));
        assert_eq!(of(&replicaset::KIND, "replicaCount").range, Some(Range { min: 1, max: 2 }));
        assert_eq!(of(&provider::KIND, "url").default, Some(FixValue::from("https://api.eventstore.cloud")));
    }

    #[test]
    fn what_a_target_lacks_never_applies() {
        let applies = |target, kind, name| facts(target, kind, name).applies;
        for (kind, name, old, new) in [
            (&provider::KIND, "clientSecret", "eventstorecloud@0.2.20", "kurrentcloud@0.3.0"),
            (&network::KIND, "publicAccess", "eventstorecloud@0.2.7", "eventstorecloud@0.2.20"),
            (&managed_cluster::KIND, "aclId", "eventstorecloud@0.2.7", "eventstorecloud@0.2.20"),
        ] {
            assert_eq!(
                (applies(old, kind, name), applies(new, kind, name)),
                (Applies::Never, Applies::Always),
                "{name}"
            );
        }
    }

    #[test]
    fn what_a_table_names_is_in_the_catalogue() {
        let (catalogue, target) = (Catalogue::default(), Target::default());
        let places = |kind: &'static Kind| kind.properties.iter().enumerate().map(move |place| (kind, place));
        for (kind, (id, property)) in KINDS.into_iter().flat_map(places) {
            let facts = catalogue.property(&target, kind, PropertyId(id)).unwrap();
            assert_eq!(facts.range.is_some(), property.bounds.is_some(), "{}", property.name);
            assert!(property.filled.is_none() || facts.default.is_some(), "{}", property.name);
            assert!(facts.options.is_none_or(|set| !catalogue.values(set).is_empty()), "{}", property.name);
        }
    }
}
