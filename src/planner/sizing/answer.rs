//! What is recommended.

use serde::Serialize;

use crate::diagnostic::FixValue;

/// A cluster for a workload, with the reasons of every choice.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ClusterRecommendation {
    /// Whether the workload fits. If not, `diagnostics` says what is missing, and the choices are the largest ones.
    pub ok: bool,
    /// Args of a ManagedCluster, to which project, network and name are added.
    pub args: RecommendedArgs,
    /// Every choice with its reason.
    pub choices: Vec<Choice>,
    /// What is left of each limit.
    pub headroom: Headroom,
    /// The next larger size, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub next_step: Option<NextStep>,
    /// Virtual CPUs of all nodes and replicas together, which count against the quota of the organisation.
    pub vcpu: u32,
    /// What the workload requires and no cluster is known to provide.
    pub diagnostics: Vec<SizingDiagnostic>,
    /// Assumptions about what is not given or not published.
    pub assumptions: Vec<String>,
}

/// Args of a ManagedCluster without project, network and name.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RecommendedArgs {
    /// Number of its nodes and their zones.
    pub topology: String,
    /// Size of each node.
    pub instance_type: String,
    /// Disk type.
    pub disk_type: String,
    /// Disk of each node in GB.
    pub disk_size: u32,
    /// Provisioned IOPS, for disks that have them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub disk_iops: Option<u32>,
    /// Provisioned throughput in MB/s, for disks that have it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub disk_throughput: Option<u32>,
    /// Release line of the server.
    pub server_version: String,
    /// Which projections run, where the workload has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub projection_level: Option<String>,
    /// Whether it must not be deleted or replaced: in production.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub protected: Option<bool>,
}

/// One choice.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "SizingChoice"))]
pub struct Choice {
    /// The property.
    pub property: &'static str,
    /// Its value.
    pub value: FixValue,
    /// Why this value.
    pub reason: String,
    /// The sources of the limits that decide it.
    pub source: Vec<String>,
}

/// What is left of each limit, where both the limit and the requirement are known.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "SizingHeadroom"))]
#[serde(rename_all = "camelCase")]
pub struct Headroom {
    /// Streams that may still be used at the same time.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub working_set_streams: Option<f64>,
    /// Clients that may still connect.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub clients: Option<f64>,
    /// GB of disk that are free at the beginning.
    pub disk_gb: f64,
    /// Full months until the disk is full; nothing where no growth is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub months_until_full: Option<f64>,
}

/// The next larger size.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct NextStep {
    /// Its name.
    pub instance_type: String,
    /// What it has more, as far as is published, in words.
    pub brings: String,
    /// How a cluster gets there, in words.
    pub how: String,
}

/// What a workload requires and no cluster is known to provide.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SizingDiagnostic {
    /// The path of what is required, such as `workload.clients`.
    pub path: String,
    /// What is missing: one sentence, in lower case.
    pub message: String,
    /// What to do about it.
    pub help: String,
}
