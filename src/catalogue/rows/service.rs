//! Rows about what the service accepts and its limits.

use serde::{Deserialize, Serialize};

use super::{Confidence, List, Range, Text};

/// The release lines from which a cluster can go to a line directly.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UpgradePath {
    /// The line to reach.
    pub to: Text,
    /// The lines to start from, the newest first.
    pub from: List<Text>,
    /// How sure.
    pub confidence: Confidence,
    /// Where this is read.
    pub source: List<Text>,
}

/// A version from which the server behaves differently.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ServerMilestone {
    /// Which one.
    pub id: MilestoneId,
    /// What is different.
    pub about: Text,
    /// The line or the full version that has it first.
    pub version: Text,
    /// How sure.
    pub confidence: Confidence,
    /// Where this is read.
    pub source: List<Text>,
}

/// What changed in the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum MilestoneId {
    /// Secondary indexes are built by default.
    SecondaryIndexes,
    /// Persistent subscriptions write checkpoints in a new form.
    NewCheckpoints,
    /// The first version of an older line that reads them.
    ReadsNewCheckpoints,
}

/// One field of a schedule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ScheduleField {
    /// Its name.
    pub id: Text,
    /// Its position in the schedule, from 1.
    pub position: u32,
    /// Supported numbers; none where only `*` is supported.
    pub numbers: Option<Range>,
    /// Whether it may be a step such as `*/2`.
    pub steps: bool,
    /// What else to know.
    pub note: Text,
    /// How sure.
    pub confidence: Confidence,
    /// Where this is read.
    pub source: List<Text>,
}

/// Limits of replica sets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReplicaLimits {
    /// Supported number of replicas.
    pub replica_count: Range,
    /// How sure.
    pub confidence: Confidence,
    /// Where this is read.
    pub source: List<Text>,
}

/// What is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum LimitId {
    /// Access lists of a public cluster.
    AccessListsPerCluster,
    /// Backups of a cluster at the same time.
    BackupsAtOnce,
    /// Hours between changes of a disk.
    HoursBetweenDiskChanges,
    /// Minutes of one create or update.
    MinutesPerOperation,
    /// Peerings of one pair of networks.
    PeeringsPerPair,
    /// Replica sets of a cluster.
    ReplicaSetsPerCluster,
    /// Virtual CPUs of an organisation.
    VcpuQuota,
}

/// A limit of the service.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Limit {
    /// Which limit.
    pub id: LimitId,
    /// What is limited, in words.
    pub about: Text,
    /// What it counts for.
    pub scope: Text,
    /// The limit, where it is known.
    pub value: Option<u32>,
    /// What else to know.
    pub note: Text,
    /// How sure.
    pub confidence: Confidence,
    /// Where this is read.
    pub source: List<Text>,
}

pub(super) mod variants {
    pub use super::{LimitId::*, MilestoneId::*};
}

/// The tables of these rows, as in `mod.rs`.
macro_rules! service_tables {
    ($then:ident { $($before:tt)* }) => {
        $then! {
            $($before)*
            /// Direct upgrades of the server, by the line to reach.
            upgrade_paths: UpgradePath,
            /// Versions from which the server behaves differently.
            server_milestones: ServerMilestone,
            /// Fields of a schedule.
            schedule_fields: ScheduleField,
            /// Limits of replica sets.
            replica_limits: ReplicaLimits,
            /// Other limits of the service.
            limits: Limit,
        }
    };
}
pub(crate) use service_tables;
