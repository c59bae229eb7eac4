//! The shapes of the catalogue's rows.
//!
//! `build.rs` compiles this file too: it reads `data/*.json` into these types and prints them back as constants,
//! so a row that does not fit its type is a build error and nothing is parsed at run time.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};

mod access;
mod service;

pub use access::*;
pub use service::*;

/// A short piece of text that is either compiled in or added by the user.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Text(pub Cow<'static, str>);

impl Text {
    /// A text that is compiled in.
    #[must_use]
    pub const fn fixed(text: &'static str) -> Self {
        Self(Cow::Borrowed(text))
    }

    /// The text itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(Cow::Owned(text))
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Prints the Rust expression that makes this text again; `build.rs` relies on it.
impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text::fixed({:?})", self.0)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

/// A list that can stand in a constant: compiled in, or owned when it was read from data.
#[derive(Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct List<T: Clone + 'static>(pub Cow<'static, [T]>);

impl<T: Clone> List<T> {
    /// A list that is compiled in.
    #[must_use]
    pub const fn fixed(items: &'static [T]) -> Self {
        Self(Cow::Borrowed(items))
    }

    /// The items in their order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }
}

impl<T: Clone + fmt::Debug> fmt::Debug for List<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "List(Cow::Borrowed(&{:?}))", &*self.0)
    }
}

impl<'de, T: Clone + Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(|items| Self(Cow::Owned(items)))
    }
}

/// A cloud that networks can run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Cloud {
    /// Amazon Web Services.
    Aws,
    /// Google Cloud.
    Gcp,
    /// Microsoft Azure.
    Azure,
}

/// How sure the sources make us.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Plausible only.
    Low,
    /// Deduced, or one weak source.
    Medium,
    /// Read in source code or stated plainly, and contradicted by nothing.
    High,
}

/// An inclusive range of integers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Range {
    /// Minimum.
    pub min: u32,
    /// Maximum.
    pub max: u32,
}

/// The spelling of one cloud's region codes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CloudRow {
    /// The cloud.
    pub id: Cloud,
    /// Its name in prose.
    pub name: Text,
    /// A region code in this cloud's spelling.
    pub region_example: Text,
    /// Smallest prefix length (largest CIDR block) of a network in this cloud.
    pub min_prefix_length: u32,
    /// Whether the guides show public networks in this cloud; of the others the sources say different things.
    pub public_networks_documented: bool,
    /// Where this is read.
    pub source: List<Text>,
    /// How sure.
    pub confidence: Confidence,
}

/// One region of one cloud.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Region {
    /// The cloud.
    pub cloud: Cloud,
    /// The programmatic name, as the provider must send it.
    pub id: Text,
    /// The name people see in the cloud's console.
    pub name: Text,
    /// City, state or country that it is in, the same word for the regions of all clouds there.
    pub city: Text,
    /// Where that is, in degrees north of the equator.
    pub latitude: i32,
    /// Where that is, in degrees east of Greenwich.
    pub longitude: i32,
    /// Availability zones that a normal account can use, where known.
    pub zones: Option<u32>,
    /// Whether it has the three zones that the service requires.
    pub three_zones: bool,
    /// Whether an AWS account must enable it first.
    pub opt_in: bool,
    /// The month of the list of regions in which the service's documentation once had it.
    pub published: Option<Text>,
    /// Its name in that list, where it is none that its cloud has for it.
    pub published_name: Option<Text>,
    /// How sure.
    pub confidence: Confidence,
    /// Where this is read.
    pub source: List<Text>,
}

/// A cloud partition that is never offered, by the prefix of its region codes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Partition {
    /// The cloud.
    pub cloud: Cloud,
    /// How its region codes begin.
    pub prefix: Text,
    /// Its name in prose.
    pub name: Text,
    /// How sure.
    pub confidence: Confidence,
    /// Where this is read.
    pub source: List<Text>,
}

/// What the sizing guide says an instance size is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Rating {
    /// Development only.
    Development,
    /// Development and light production.
    LightProduction,
    /// Production.
    Production,
}

/// One instance size. Rows are ordered from the smallest to the largest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "InstanceTypeRow"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InstanceType {
    /// Canonical name, in capitals.
    pub id: Text,
    /// Virtual CPUs of one node.
    pub vcpu: u32,
    /// Memory of one node in GB.
    pub ram_gb: u32,
    /// Whether its CPU is burstable.
    pub burstable: bool,
    /// What the sizing guide says it is for.
    pub rating: Rating,
    /// Streams used at the same time that the guide allows.
    pub working_set_streams: Option<u32>,
    /// Smallest recommended disk in GB.
    pub recommended_disk_gb: Option<u32>,
    /// Maximum number of clients connected at the same time.
    pub max_clients: Option<u32>,
    /// What else to know.
    pub note: Text,
    /// How sure.
    pub confidence: Confidence,
    /// Where this is read.
    pub source: List<Text>,
}

/// One disk type.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "DiskTypeRow"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DiskType {
    /// Canonical name, in lower case.
    pub id: Text,
    /// The cloud that has it.
    pub cloud: Cloud,
    /// Names that the cloud itself uses for such disks, and that the service rejects.
    pub aliases: List<Text>,
    /// Size of the disk of one node in GB.
    pub size_gb: Range,
    /// Size in GB from which its speed fits most workloads, where one is recommended.
    pub advised_size_gb: Option<u32>,
    /// Provisioned IOPS: required in this range, or not supported.
    pub iops: Option<Range>,
    /// Provisioned throughput in MB/s: required in this range, or not supported.
    pub throughput: Option<Range>,
    /// Maximum number of provisioned IOPS for each GiB.
    pub max_iops_per_gib: Option<u32>,
    /// Provisioned IOPS needed for each MB/s of throughput.
    pub min_iops_per_mbps: Option<u32>,
    /// The disk type to use instead, if the service no longer supports this one.
    pub replaced_by: Option<Text>,
    /// How sure.
    pub confidence: Confidence,
    /// Where this is read.
    pub source: List<Text>,
}

/// One topology.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "TopologyRow"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Topology {
    /// Canonical name, in lower case.
    pub id: Text,
    /// Number of nodes.
    pub nodes: u32,
    /// Whether such a cluster can have read-only replicas.
    pub supports_replicas: bool,
    /// The largest instance size that the console offers for it, where it sets a limit.
    pub console_max_instance_type: Option<Text>,
    /// How sure.
    pub confidence: Confidence,
    /// Where this is read.
    pub source: List<Text>,
}

/// One projection level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "ProjectionLevelRow"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProjectionLevel {
    /// Canonical name, in lower case.
    pub id: Text,
    /// Whether it is what a cluster gets when nothing is written.
    pub default: bool,
    /// Whether projections of this level write events.
    pub writes: bool,
    /// How sure.
    pub confidence: Confidence,
    /// Where this is read.
    pub source: List<Text>,
}

/// How long a release line is supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum LineKind {
    /// Long-term support.
    Lts,
    /// Short-term support.
    Sts,
    /// From before the two were told apart.
    Standard,
}

/// One release line of the server.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ServerLine {
    /// Year and minor number, `YY.M`.
    pub line: Text,
    /// How long it is supported.
    pub kind: LineKind,
    /// ISO date of its first release.
    pub released: Text,
    /// ISO date of the last day of support, where a date is known.
    pub supported_until: Option<Text>,
    /// The words of the source about the end of support.
    pub support_note: Text,
    /// Whether the service still creates clusters of it, as far as the provider's source shows.
    pub offered: bool,
    /// Provider packages whose documentation lists it as creatable.
    pub documented_by: List<Text>,
    /// How sure.
    pub confidence: Confidence,
    /// Where this is read.
    pub source: List<Text>,
}

/// One npm package that provides, or is thought to provide, these resources.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Package {
    /// Name on npm.
    pub id: Text,
    /// Namespace of its resource tokens.
    pub namespace: Text,
    /// Newest version known.
    pub version: Option<Text>,
    /// Whether it is the package that new versions come for.
    pub current: bool,
    /// Whether the registry had it when the catalogue was written.
    pub exists: bool,
    /// What else to know.
    pub note: Text,
    /// How sure.
    pub confidence: Confidence,
    /// Where this is read.
    pub source: List<Text>,
}

/// What the service accepts as CIDR blocks of networks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddressLimits {
    /// Supported prefix lengths of a network's CIDR block.
    pub network_prefix_length: Range,
    /// Maximum prefix length that the console accepts and infrastructure code does not.
    pub console_max_prefix_length: u32,
    /// Supported prefix lengths of the routes of a peering.
    pub route_prefix_length: Range,
    /// Minimum prefix length of an access list that does not count as broad.
    pub broad_access_prefix_length: u32,
    /// Where this is read.
    pub source: List<Text>,
    /// How sure.
    pub confidence: Confidence,
}

/// A CIDR block with a meaning.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NotableCidr {
    /// The CIDR block.
    pub cidr_block: Text,
    /// `private` (a network must lie in one of them), `docker` (clients in containers route it locally) or `unroutable`
    /// (no client comes from there over the internet).
    pub role: CidrRole,
    /// What it is.
    pub name: Text,
    /// Where this is read.
    pub source: List<Text>,
    /// How sure.
    pub confidence: Confidence,
}

/// Why a CIDR block is in the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum CidrRole {
    /// Private address space that networks must come from.
    Private,
    /// A default of Docker.
    Docker,
    /// Addresses that no client comes from over the internet.
    Unroutable,
}

/// One macro of cron, which the service does not support.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ScheduleMacro {
    /// The macro, with its `@`.
    pub id: Text,
    /// The same in five fields, where the subset supports it.
    pub schedule: Option<Text>,
    /// How sure.
    pub confidence: Confidence,
    /// Where this is read.
    pub source: List<Text>,
}

/// One variable of a backup description.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TemplateVariable {
    /// Its name between the braces.
    pub id: Text,
    /// Formats; the first is the default.
    pub formats: List<Text>,
    /// Whether it tells two backups of one job apart.
    pub varies: bool,
    /// How sure.
    pub confidence: Confidence,
    /// Where this is read.
    pub source: List<Text>,
}

/// Limits of scheduled backups, and what the builders add if nothing is given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BackupLimits {
    /// Minimum distance between two runs of one job, in minutes.
    pub min_interval_minutes: u32,
    /// Minimum recommended distance between the starts of two jobs of one cluster, in minutes.
    pub min_job_distance_minutes: u32,
    /// Supported number of backups that a job keeps.
    pub max_backup_count: Range,
    /// A backup description with cluster and time.
    pub description_example: Text,
    /// How sure.
    pub confidence: Confidence,
    /// Where this is read.
    pub source: List<Text>,
}

/// A file of the catalogue: its date and its rows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Table<T: Clone + 'static> {
    /// ISO date of the newest source behind these rows.
    pub as_of: Text,
    /// The rows in their order.
    pub rows: List<T>,
}

/// What the rows say by one of a few words.
pub mod variants {
    pub use super::access::variants::*;
    pub use super::service::variants::*;
    pub use super::{CidrRole::*, Cloud::*, Confidence::*, LineKind::*, Rating::*};
}

/// The tables of these rows, in the order in which they are shown: the name of a file in `data`, and the type of its rows. To
/// those that say so users can add. Goes on with the macro that is named, which gets what stands in braces first.
macro_rules! cloud_tables {
    ($then:ident { $($before:tt)* }) => {
        $then! {
            $($before)*
            /// The clouds.
            clouds: CloudRow,
            /// The regions of all clouds.
            regions: Region and additions,
            /// Partitions that are never offered.
            partitions: Partition,
            /// Instance sizes from small to large.
            instance_types: InstanceType and additions,
            /// Disk types, including those that are no longer supported.
            disk_types: DiskType and additions,
            /// Topologies.
            topologies: Topology,
            /// Projection levels.
            projection_levels: ProjectionLevel,
            /// Release lines of the server from old to new.
            server_lines: ServerLine and additions,
            /// npm packages of the provider, and one that is mistaken for one.
            packages: Package,
            /// Limits of networks' CIDR blocks.
            address_limits: AddressLimits,
            /// CIDR blocks with a meaning.
            notable_cidrs: NotableCidr,
            /// Macros of cron, which schedules do not support.
            schedule_macros: ScheduleMacro,
            /// Variables of backup descriptions.
            template_variables: TemplateVariable,
            /// Limits of scheduled backups.
            backup_limits: BackupLimits,
        }
    };
}
pub(crate) use cloud_tables;
