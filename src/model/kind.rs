//! What a resource kind is made of. One table per kind; types, documentation and checks are all read from it.

use serde::Serialize;

/// Lists the kinds in the order of their creation, each with the module that declares it, for the macro that is named.
macro_rules! all_kinds {
    ($for:ident) => {
        $for! {
            Provider: provider,
            Project: project,
            Network: network,
            Acl: acl,
            Peering: peering,
            ManagedCluster: managed_cluster,
            ManagedClusterReplicaset: replicaset,
            ScheduledBackup: scheduled_backup,
            Integration: integration,
            AWSCloudWatchLogsIntegration: cloudwatch_logs,
            AWSCloudWatchMetricsIntegration: cloudwatch_metrics,
        }
    };
}
pub(super) use all_kinds;

macro_rules! ids {
    ($($kind:ident: $module:ident,)+) => {
        /// The kinds that are modelled.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "CheckedKind"))]
        pub enum KindId {
            $(
                #[doc = concat!("What [`", stringify!($module), "`](super::", stringify!($module), ") declares.")]
                $kind,
            )+
        }

        const IDS: &[KindId] = &[$(KindId::$kind,)+];

        impl KindId {
            /// All of them, in the order of their creation.
            pub const ALL: [Self; IDS.len()] = [$(Self::$kind,)+];
        }
    };
}
all_kinds!(ids);

impl KindId {
    /// A bit of its own, for sets of kinds.
    pub(crate) const fn bit(self) -> u16 {
        const { assert!(IDS.len() <= 16, "a set has 16 bits") }
        1 << self as u16
    }
}

/// A resource kind with its properties.
#[derive(Debug)]
pub struct Kind {
    /// Which one.
    pub id: KindId,
    /// Its name, as in `new esc.Network(...)`.
    pub name: &'static str,
    /// The name of its builder.
    pub builder: &'static str,
    /// What Terraform calls it after the provider's prefix, as `network` in `kurrentcloud_network`. Providers are no
    /// resources there.
    pub terraform: Option<&'static str>,
    /// What it is.
    pub doc: &'static str,
    /// Its inputs and, marked as computed, its outputs.
    pub properties: &'static [Property],
}

/// One property of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Property {
    /// Its name in the SDK, camelCase.
    pub name: &'static str,
    /// The type of its value.
    pub value: ValueType,
    /// Which of its values must never be shown, marked as secret by the program or not.
    pub secrecy: Secrecy,
    /// Whether it must be given.
    pub presence: Presence,
    /// For an id: the kind of resource it is the id of.
    pub refers_to: Option<&'static str>,
    /// The closed or open list that its value comes from.
    pub values: Option<ValueSet>,
    /// What a change of its value does to a resource that is not replaced for it.
    pub change: OnChange,
    /// Whether Pulumi makes a name while it is left out.
    pub is_auto_named: bool,
    /// What a builder writes where it is left out.
    pub filled: Option<Filled>,
    /// The limits of a number.
    pub bounds: Option<Bounds>,
    /// When it means anything.
    pub when: When,
    /// What it means, with unit and range.
    pub doc: &'static str,
}

/// What a change of a property does to the resource that exists already, where the provider does not replace it: whether it
/// does is asked of [`Target::behaviour`](super::target::Target::behaviour).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnChange {
    /// The resource stays and takes the new value.
    InPlace,
    /// As [`OnChange::InPlace`], but what is under these keys of the object stays as it was made.
    InPlaceBut(&'static [&'static str]),
    /// As [`OnChange::InPlace`], but an empty list is not sent: what was there stays.
    InPlaceUnlessEmpty,
    /// Every node gets another size.
    Resize,
    /// The server moves to another version.
    Upgrade,
    /// The disks are changed while they are in use.
    Disk,
    /// As [`OnChange::Disk`]; a smaller value is refused.
    Grow,
    /// Nothing happens, and the difference comes back with every deployment.
    NoEffect,
    /// The provider promises to do it in place and fails.
    Fails,
    /// How the service is reached; no resource changes.
    Connection,
    /// Ids of all resources are then looked for in another organisation.
    OtherOrganization,
    /// The service sets it; programs cannot change it.
    Never,
}

/// What a builder writes where a property is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filled {
    /// What stands for the default of a setting of the provider.
    Neutral,
    /// The minimum, or what the rest of the resource needs.
    Least,
    /// A description of backups, with the name of the job.
    BackupDescription,
}

/// Limits of numbers in the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bounds {
    /// The sizes of disks in GB.
    DiskSize,
    /// A setting of disks.
    Disk(DiskSetting),
    /// The replicas of a set.
    Replicas,
    /// The backups that a job keeps.
    Backups,
}

/// A setting that only some disk types have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiskSetting {
    /// Provisioned IOPS.
    Iops,
    /// Provisioned throughput in MB/s.
    Throughput,
}

/// When a property means anything to a target that has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Always.
    Always,
    /// Where the disk type has the setting.
    DiskType(DiskSetting),
}

/// The type of a property's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueType {
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// `true` or `false`.
    Boolean,
    /// A list of texts.
    TextList,
    /// An object of texts under keys of the user's choice.
    TextMap,
    /// A list of objects of texts with these keys.
    Entries(&'static [Property]),
}

/// Which values of a property must never be shown. They are read into [`Hidden`](super::hidden::Hidden), which has
/// no way to print them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Secrecy {
    /// None, unless the program marks them.
    Open,
    /// Every value.
    Secret,
    /// Every value of an object but those under these keys.
    SecretBut(&'static [&'static str]),
}

/// Whether a property must be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It may be left out.
    Optional,
    /// It must be given; one rule for all kinds reports its absence.
    Required,
    /// It must be given; a rule of its own reports its absence.
    RequiredByRule,
    /// The provider requires it and the builder completes it; a rule of its own reports its absence in documents.
    Completed,
    /// The service sets it; it cannot be an input.
    Computed,
}

/// Lists of the catalogue that editors complete from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueSet {
    /// The clouds.
    Clouds,
    /// The regions of all clouds.
    Regions,
    /// The topologies.
    Topologies,
    /// The instance sizes.
    InstanceTypes,
    /// The disk types that are taken today.
    DiskTypes,
    /// The projection levels.
    ProjectionLevels,
}

impl ValueType {
    /// Its name in prose, with its article.
    #[must_use]
    pub const fn described(self) -> &'static str {
        match self {
            Self::Text => "a string",
            Self::Integer => "a number",
            Self::Boolean => "a boolean",
            Self::TextList => "an array of strings",
            Self::TextMap => "an object with string values",
            Self::Entries(_) => "an array of objects",
        }
    }

    /// The type of what is inside, in a list or an object.
    #[must_use]
    pub const fn inside(self) -> Option<Self> {
        match self {
            Self::Text | Self::Integer | Self::Boolean => None,
            Self::TextList | Self::TextMap => Some(Self::Text),
            Self::Entries(_) => Some(Self::TextMap),
        }
    }
}

impl Property {
    const fn new(name: &'static str, value: ValueType, doc: &'static str) -> Self {
        let (presence, secrecy) = (Presence::Optional, Secrecy::Open);
        let (change, is_auto_named) = (OnChange::InPlace, false);
        let (refers_to, values, filled, bounds, when) = (None, None, None, None, When::Always);
        Self { name, value, secrecy, presence, refers_to, values, change, is_auto_named, filled, bounds, when, doc }
    }
    pub(super) const fn text(name: &'static str, doc: &'static str) -> Self {
        Self::new(name, ValueType::Text, doc)
    }
    pub(super) const fn integer(name: &'static str, doc: &'static str) -> Self {
        Self::new(name, ValueType::Integer, doc)
    }
    pub(super) const fn boolean(name: &'static str, doc: &'static str) -> Self {
        Self::new(name, ValueType::Boolean, doc)
    }
    pub(super) const fn id_of(name: &'static str, kind: &'static str, doc: &'static str) -> Self {
        let mut property = Self::new(name, ValueType::Text, doc);
        property.refers_to = Some(kind);
        property
    }
    pub(super) const fn texts(name: &'static str, doc: &'static str) -> Self {
        Self::new(name, ValueType::TextList, doc)
    }
    pub(super) const fn ids_of(name: &'static str, kind: &'static str, doc: &'static str) -> Self {
        let mut property = Self::texts(name, doc);
        property.refers_to = Some(kind);
        property
    }
    pub(super) const fn map(name: &'static str, doc: &'static str) -> Self {
        Self::new(name, ValueType::TextMap, doc)
    }
    pub(super) const fn entries(name: &'static str, keys: &'static [Self], doc: &'static str) -> Self {
        Self::new(name, ValueType::Entries(keys), doc)
    }
    pub(super) const fn hidden(mut self, secrecy: Secrecy) -> Self {
        self.secrecy = secrecy;
        self
    }
    pub(super) const fn one_of(mut self, values: ValueSet) -> Self {
        self.values = Some(values);
        self
    }
    pub(super) const fn is(mut self, presence: Presence) -> Self {
        self.presence = presence;
        if matches!(presence, Presence::Computed) {
            self.change = OnChange::Never;
        }
        self
    }
    pub(super) const fn changes(mut self, change: OnChange) -> Self {
        self.change = change;
        self
    }
    pub(super) const fn auto_named(mut self) -> Self {
        self.is_auto_named = true;
        self
    }
    pub(super) const fn filled(mut self, filled: Filled) -> Self {
        self.filled = Some(filled);
        self
    }
    pub(super) const fn within(mut self, bounds: Bounds) -> Self {
        self.bounds = Some(bounds);
        self
    }
    pub(super) const fn when(mut self, when: When) -> Self {
        self.when = when;
        self
    }

    /// Whether it is an input that must be given to the provider.
    #[must_use]
    pub const fn is_required(&self) -> bool {
        matches!(self.presence, Presence::Required | Presence::RequiredByRule | Presence::Completed)
    }

    /// Whether a rule of its own reports its absence.
    #[must_use]
    pub const fn has_rule_about_absence(&self) -> bool {
        matches!(self.presence, Presence::RequiredByRule | Presence::Completed)
    }

    /// The keys of the objects in it, where they are known.
    #[must_use]
    pub const fn keys(&self) -> &'static [Self] {
        match self.value {
            ValueType::Entries(keys) => keys,
            _ => &[],
        }
    }

    /// Whether only the service sets it.
    #[must_use]
    pub const fn is_computed(&self) -> bool {
        matches!(self.presence, Presence::Computed)
    }
}

impl Kind {
    /// A property by name.
    #[must_use]
    pub fn property(&self, name: &str) -> Option<(PropertyId, &'static Property)> {
        let index = self.properties.iter().position(|property| property.name == name)?;
        Some((PropertyId(index), self.properties.get(index)?))
    }

    /// The names of the inputs, in the order of the table.
    pub fn input_names(&self) -> impl Iterator<Item = &'static str> {
        self.properties.iter().filter(|property| !property.is_computed()).map(|property| property.name)
    }
}

/// The place of a property in its kind's table. Each kind's module has a constant for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PropertyId(pub(crate) usize);

/// Declares a kind: a table, and a constant for the place of every property in it. [`all_kinds`] lists them.
macro_rules! kind {
    ($kind:ident, builder = $builder:literal, terraform = $terraform:expr, $doc:literal, { $($constant:ident: $property:expr,)+ }) => {
        #[expect(clippy::allow_attributes, reason = "names of one word are in camel case")]
        #[allow(non_camel_case_types, reason = "named like the constants they number")]
        #[expect(clippy::upper_case_acronyms, reason = "named like the constants they number")]
        enum PropertyPath { $($constant,)+ }
        $(
            #[doc = concat!("The place of `", stringify!($constant), "`.")]
            pub const $constant: $crate::model::kind::PropertyId =
                $crate::model::kind::PropertyId(PropertyPath::$constant as usize);
        )+
        /// The kind's table.
        pub static KIND: $crate::model::kind::Kind = $crate::model::kind::Kind {
            id: $crate::model::kind::KindId::$kind,
            name: stringify!($kind),
            builder: $builder,
            terraform: $terraform,
            doc: $doc,
            properties: &[$($property,)+],
        };
    };
}
pub(super) use kind;
