//! The whole catalogue as plain data, and how old it is.

use std::sync::OnceLock;

use serde::Serialize;

use super::rows::{
    AddressLimits, BackupLimits, CloudRow, DiskType, Feature, IdentifierShape, InstanceType, Limit, List, NotableCidr,
    Package, Partition, PeerSide, ProjectionLevel, ProviderSetting, Region, ReplicaLimits, ScheduleField,
    ScheduleMacro, ServerLine, ServerMilestone, Sink, SinkKeySpelling, TemplateVariable, Topology, UpgradePath,
};
use super::{Added, Catalogue, data};

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
    /// Disk types, those that are no longer taken included.
    disk_types: Vec<&'a DiskType>,
    /// Topologies.
    topologies: &'static List<Topology>,
    /// Projection levels.
    projection_levels: &'static List<ProjectionLevel>,
    /// Release lines of the server from old to new.
    server_lines: Vec<&'a ServerLine>,
    /// npm packages of the provider, and one that people take for one.
    packages: &'static List<Package>,
    /// Limits of networks' address blocks.
    address_limits: &'static List<AddressLimits>,
    /// Address blocks with a meaning.
    notable_cidrs: &'static List<NotableCidr>,
    /// Macros of cron, which schedules cannot be.
    schedule_macros: &'static List<ScheduleMacro>,
    /// Variables of backup descriptions.
    template_variables: &'static List<TemplateVariable>,
    /// Limits of scheduled backups.
    backup_limits: &'static List<BackupLimits>,
    /// What not every target can do.
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
    /// Versions from which on the server behaves in another way.
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
                data::CLOUDS.as_of.as_str(),
                data::REGIONS.as_of.as_str(),
                data::PARTITIONS.as_of.as_str(),
                data::INSTANCE_TYPES.as_of.as_str(),
                data::DISK_TYPES.as_of.as_str(),
                data::TOPOLOGIES.as_of.as_str(),
                data::PROJECTION_LEVELS.as_of.as_str(),
                data::SERVER_LINES.as_of.as_str(),
                data::PACKAGES.as_of.as_str(),
                data::ADDRESS_LIMITS.as_of.as_str(),
                data::NOTABLE_CIDRS.as_of.as_str(),
                data::SCHEDULE_MACROS.as_of.as_str(),
                data::TEMPLATE_VARIABLES.as_of.as_str(),
                data::BACKUP_LIMITS.as_of.as_str(),
                data::FEATURES.as_of.as_str(),
                data::PROVIDER_SETTINGS.as_of.as_str(),
                data::SINKS.as_of.as_str(),
                data::SINK_KEY_SPELLINGS.as_of.as_str(),
                data::IDENTIFIER_SHAPES.as_of.as_str(),
                data::PEER_SIDES.as_of.as_str(),
                data::UPGRADE_PATHS.as_of.as_str(),
                data::SERVER_MILESTONES.as_of.as_str(),
                data::SCHEDULE_FIELDS.as_of.as_str(),
                data::REPLICA_LIMITS.as_of.as_str(),
                data::LIMITS.as_of.as_str(),
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
            clouds: &data::CLOUDS.rows,
            regions: self.regions().collect(),
            partitions: &data::PARTITIONS.rows,
            instance_types: self.instance_types().collect(),
            disk_types: self.disk_types().collect(),
            topologies: &data::TOPOLOGIES.rows,
            projection_levels: &data::PROJECTION_LEVELS.rows,
            server_lines: self.server_lines().collect(),
            packages: &data::PACKAGES.rows,
            address_limits: &data::ADDRESS_LIMITS.rows,
            notable_cidrs: &data::NOTABLE_CIDRS.rows,
            schedule_macros: &data::SCHEDULE_MACROS.rows,
            template_variables: &data::TEMPLATE_VARIABLES.rows,
            backup_limits: &data::BACKUP_LIMITS.rows,
            features: &data::FEATURES.rows,
            provider_settings: &data::PROVIDER_SETTINGS.rows,
            sinks: &data::SINKS.rows,
            sink_key_spellings: &data::SINK_KEY_SPELLINGS.rows,
            identifier_shapes: &data::IDENTIFIER_SHAPES.rows,
            peer_sides: &data::PEER_SIDES.rows,
            upgrade_paths: &data::UPGRADE_PATHS.rows,
            server_milestones: &data::SERVER_MILESTONES.rows,
            schedule_fields: &data::SCHEDULE_FIELDS.rows,
            replica_limits: &data::REPLICA_LIMITS.rows,
            limits: &data::LIMITS.rows,
            additions: self.added(),
        }
    }
}
