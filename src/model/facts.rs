//! What holds of a property for a target: the one place that answers whether it must be given, which values it may have,
//! what holds without it, and when it means anything.
//!
//! The answers are put together from the kind's table and the rows of the catalogue that the table names.

use serde::Serialize;

use super::kind::{Bounds, DiskSetting, Filled, Kind, KindId, Property, PropertyId, Secrecy, ValueSet, When};
use super::managed_cluster;
use super::target::{Engine, Target};
use crate::catalogue::Catalogue;
use crate::catalogue::provider_facts::{self, Asked, Attribute, GivenBy, Strictness};
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
            required: property.is_required() || target.needs(kind, property),
            options: property.values,
            default: self.default_of(target, kind, property, range),
            range,
            applies: match property.when {
                _ if target.lacks(kind, property) => Applies::Never,
                When::Always => Applies::Always,
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

    fn default_of(&self, target: &Target, kind: &Kind, property: &Property, range: Option<Range>) -> Option<FixValue> {
        match property.filled {
            Some(Filled::Neutral) => {
                let neutral = self.provider_setting(property.name)?.neutral.as_ref();
                neutral.map(|neutral| FixValue::from(neutral.as_str()))
            }
            Some(Filled::Least) => range.map(|range| FixValue::Number(range.min)),
            Some(Filled::BackupDescription) => {
                self.backup_limits().map(|limits| FixValue::from(limits.description_example.as_str()))
            }
            None => match target.behaviour(kind, property).absent {
                Absent::False => Some(FixValue::Boolean(false)),
                Absent::Text(text) => Some(FixValue::from(text)),
                Absent::Empty | Absent::Zero | Absent::AutoName | Absent::Kept => None,
            },
        }
    }
}

/// What the provider of a target does with a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Behaviour {
    /// Whether a change of it replaces the resource; nothing where that differs between the known versions next to an
    /// unknown one.
    pub replaces: Option<bool>,
    /// Which of two spellings count as one value.
    pub comparison: Comparison,
    /// What holds while it is left out.
    pub absent: Absent,
}

/// Which of two spellings count as one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// The same only.
    Exact,
    /// The provider writes all letters small before it compares.
    AnyCase,
    /// It comes back in lower case from the service, and the provider compares that with what is written.
    StoredLower,
    /// A list without order.
    AnyOrder,
}

impl Comparison {
    /// Whether the provider takes the second of two texts for the first one.
    #[must_use]
    pub fn is_same(self, before: &str, after: &str) -> bool {
        match self {
            Self::AnyCase => before == after || before.to_lowercase() == after.to_lowercase(),
            Self::StoredLower => before.to_lowercase() == after,
            Self::Exact | Self::AnyOrder => before == after,
        }
    }
}

/// What holds while a property is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absent {
    /// It has no value.
    Empty,
    /// It has the value that is nothing of its type, such as an empty string or 0.
    Zero,
    /// `false`.
    False,
    /// This text.
    Text(&'static str),
    /// Pulumi makes a name.
    AutoName,
    /// What the service has already: nothing is sent.
    Kept,
}

impl Behaviour {
    /// Whether upper case stays as the program writes it although the service may answer in lower case.
    #[must_use]
    pub fn keeps_upper_case(&self, property: &Property) -> bool {
        let is_word = property.values.is_some() || property.refers_to == Some("Acl");
        let is_compared_as_written = matches!(self.comparison, Comparison::Exact | Comparison::StoredLower);
        self.replaces == Some(true) && is_compared_as_written && is_word
    }
}

impl Kind {
    /// What the facts about providers call it.
    #[must_use]
    pub const fn in_facts(&self) -> &'static str {
        match self.terraform {
            Some(name) => name,
            None => "provider",
        }
    }
}

impl Target {
    /// Whether it has a kind of resource for certain, but not this property of it.
    #[must_use]
    pub fn lacks(&self, kind: &Kind, property: &Property) -> bool {
        let lacks = |name: &str| self.facts.attribute(kind.in_facts(), name) == Asked::Known(None);
        lacks(property.name) && !self.lacks_kind(kind)
    }

    /// Whether it does not have a kind of resource for certain.
    #[must_use]
    pub fn lacks_kind(&self, kind: &Kind) -> bool {
        let lacks = |name: &str| self.facts.attribute(kind.in_facts(), name) == Asked::Known(None);
        kind.properties.iter().all(|property| lacks(property.name))
    }

    /// Whether it needs a property that others do without: a name that Pulumi would make, or what later versions made optional.
    #[must_use]
    pub fn needs(&self, kind: &Kind, property: &Property) -> bool {
        let attribute = self.facts.attribute(kind.in_facts(), property.name);
        let is_required = matches!(attribute, Asked::Known(Some(it)) if it.given_by == GivenBy::Required);
        kind.terraform.is_some() && is_required && (self.engine == Engine::Terraform || !property.is_auto_named)
    }

    /// Whether a number with a fraction is refused; else the fraction is cut off.
    #[must_use]
    pub fn refuses_fractions(&self) -> bool {
        self.engine == Engine::Terraform && self.facts.is_strict(Strictness::WholeNumbers).unwrap_or(true)
    }

    /// What its provider does with a property. What it does not have is judged by the first version that has it.
    #[must_use]
    pub fn behaviour(&self, kind: &Kind, property: &Property) -> Behaviour {
        let of = |replaces, comparison, absent| Behaviour { replaces, comparison, absent };
        // The settings of the provider itself are no resource that could be replaced.
        if kind.terraform.is_none() {
            return of(Some(false), Comparison::Exact, Absent::Empty);
        }
        let nearest = || self.facts.nearest(kind.in_facts(), property.name);
        let (attribute, is_known) = match self.facts.attribute(kind.in_facts(), property.name) {
            Asked::Known(Some(attribute)) => (Some(attribute), true),
            Asked::Known(None) => (nearest(), true),
            Asked::Unknown => (nearest(), false),
        };
        let Some(attribute) = attribute else { return of(None, Comparison::Exact, Absent::Empty) };
        let comparison = match attribute {
            Attribute { is_set: true, .. } => Comparison::AnyOrder,
            Attribute { lower_cased: true, .. } => Comparison::AnyCase,
            Attribute { stored_lower: true, .. } => Comparison::StoredLower,
            _ => Comparison::Exact,
        };
        let absent = match (attribute.default, attribute.given_by) {
            _ if property.is_auto_named && self.engine == Engine::Pulumi => Absent::AutoName,
            (provider_facts::Default::False, _) => Absent::False,
            (provider_facts::Default::Text(text), _) => Absent::Text(text),
            (_, GivenBy::OptionalComputed) => Absent::Kept,
            (_, GivenBy::Optional) => Absent::Zero,
            (_, GivenBy::Required | GivenBy::Computed) => Absent::Empty,
        };
        of(is_known.then_some(attribute.replaces), comparison, absent)
    }

    /// Whether another version, or the other provider, changes a property in place.
    #[must_use]
    pub fn changes_in_place_elsewhere(&self, kind: &Kind, property: &Property) -> bool {
        provider_facts::is_ever_in_place(kind.in_facts(), property.name)
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
