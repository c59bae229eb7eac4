//! The whole catalogue as plain data, and how old it is.

use std::sync::OnceLock;

use serde::Serialize;

use super::rows::{
    AddressLimits, BackupLimits, CloudRow, DiskType, Feature, IdentifierShape, InstanceType, Limit, List, NotableCidr,
    Package, Partition, PeerSide, ProjectionLevel, ProviderSetting, Region, ReplicaLimits, ScheduleField,
    ScheduleMacro, ServerLine, ServerMilestone, Sink, SinkKeySpelling, TemplateVariable, Topology, UpgradePath,
};
use super::{Added, Catalogue, tables};

/// The whole catalogue as plain data.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "Catalogue"))]
#[serde(rename_all = "camelCase")]
pub struct Snapshot<'a> {
    /// ISO date of the newest source of any row.
    as_of: &'static str,
    /// The clouds.
    clouds: &'static List<CloudRow>,
    /// The regions of all clouds.
    regions: Vec<&'a Region>,
    /// Partitions that are never offered.
    partitions: &'static List<Partition>,
    /// Instance sizes from small to large.
    instance_types: Vec<&'a InstanceType>,
    /// Disk types, including those that are no longer supported.
    disk_types: Vec<&'a DiskType>,
    /// Topologies.
    topologies: &'static List<Topology>,
    /// Projection levels.
    projection_levels: &'static List<ProjectionLevel>,
    /// Release lines of the server from old to new.
    server_lines: Vec<&'a ServerLine>,
    /// npm packages of the provider, and one that is mistaken for one.
    packages: &'static List<Package>,
    /// Limits of networks' CIDR blocks.
    address_limits: &'static List<AddressLimits>,
    /// CIDR blocks with a meaning.
    notable_cidrs: &'static List<NotableCidr>,
    /// Macros of cron, which schedules do not support.
    schedule_macros: &'static List<ScheduleMacro>,
    /// Variables of backup descriptions.
    template_variables: &'static List<TemplateVariable>,
    /// Limits of scheduled backups.
    backup_limits: &'static List<BackupLimits>,
    /// Features that not every target has.
    features: &'static List<Feature>,
    /// Settings of the provider.
    provider_settings: &'static List<ProviderSetting>,
    /// Services that integrations send to.
    sinks: &'static List<Sink>,
    /// Keys of integrations that the provider translates.
    sink_key_spellings: &'static List<SinkKeySpelling>,
    /// Shapes of identifiers.
    identifier_shapes: &'static List<IdentifierShape>,
    /// The other side of a peering in each cloud.
    peer_sides: &'static List<PeerSide>,
    /// Direct upgrades of the server, by the line to reach.
    upgrade_paths: &'static List<UpgradePath>,
    /// Versions from which the server behaves differently.
    server_milestones: &'static List<ServerMilestone>,
    /// Fields of a schedule.
    schedule_fields: &'static List<ScheduleField>,
    /// Limits of replica sets.
    replica_limits: &'static List<ReplicaLimits>,
    /// Other limits of the service.
    limits: &'static List<Limit>,
    /// What the user added.
    additions: Vec<Added>,
}

impl Catalogue {
    /// ISO date of the newest source of any row.
    #[must_use]
    pub fn as_of(&self) -> &'static str {
        static NEWEST: OnceLock<&str> = OnceLock::new();
        NEWEST.get_or_init(|| {
            [
                tables::CLOUDS.as_of.as_str(),
                tables::REGIONS.as_of.as_str(),
                tables::PARTITIONS.as_of.as_str(),
                tables::INSTANCE_TYPES.as_of.as_str(),
                tables::DISK_TYPES.as_of.as_str(),
                tables::TOPOLOGIES.as_of.as_str(),
                tables::PROJECTION_LEVELS.as_of.as_str(),
                tables::SERVER_LINES.as_of.as_str(),
                tables::PACKAGES.as_of.as_str(),
                tables::ADDRESS_LIMITS.as_of.as_str(),
                tables::NOTABLE_CIDRS.as_of.as_str(),
                tables::SCHEDULE_MACROS.as_of.as_str(),
                tables::TEMPLATE_VARIABLES.as_of.as_str(),
                tables::BACKUP_LIMITS.as_of.as_str(),
                tables::FEATURES.as_of.as_str(),
                tables::PROVIDER_SETTINGS.as_of.as_str(),
                tables::SINKS.as_of.as_str(),
                tables::SINK_KEY_SPELLINGS.as_of.as_str(),
                tables::IDENTIFIER_SHAPES.as_of.as_str(),
                tables::PEER_SIDES.as_of.as_str(),
                tables::UPGRADE_PATHS.as_of.as_str(),
                tables::SERVER_MILESTONES.as_of.as_str(),
                tables::SCHEDULE_FIELDS.as_of.as_str(),
                tables::REPLICA_LIMITS.as_of.as_str(),
                tables::LIMITS.as_of.as_str(),
            ]
            .into_iter()
            .max()
            .unwrap_or_default()
        })
    }

    /// Everything, as plain data.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot<'_> {
        Snapshot {
            as_of: self.as_of(),
            clouds: &tables::CLOUDS.rows,
            regions: self.regions().collect(),
            partitions: &tables::PARTITIONS.rows,
            instance_types: self.instance_types().collect(),
            disk_types: self.disk_types().collect(),
            topologies: &tables::TOPOLOGIES.rows,
            projection_levels: &tables::PROJECTION_LEVELS.rows,
            server_lines: self.server_lines().collect(),
            packages: &tables::PACKAGES.rows,
            address_limits: &tables::ADDRESS_LIMITS.rows,
            notable_cidrs: &tables::NOTABLE_CIDRS.rows,
            schedule_macros: &tables::SCHEDULE_MACROS.rows,
            template_variables: &tables::TEMPLATE_VARIABLES.rows,
            backup_limits: &tables::BACKUP_LIMITS.rows,
            features: &tables::FEATURES.rows,
            provider_settings: &tables::PROVIDER_SETTINGS.rows,
            sinks: &tables::SINKS.rows,
            sink_key_spellings: &tables::SINK_KEY_SPELLINGS.rows,
            identifier_shapes: &tables::IDENTIFIER_SHAPES.rows,
            peer_sides: &tables::PEER_SIDES.rows,
            upgrade_paths: &tables::UPGRADE_PATHS.rows,
            server_milestones: &tables::SERVER_MILESTONES.rows,
            schedule_fields: &tables::SCHEDULE_FIELDS.rows,
            replica_limits: &tables::REPLICA_LIMITS.rows,
            limits: &tables::LIMITS.rows,
            additions: self.added(),
        }
    }
}
