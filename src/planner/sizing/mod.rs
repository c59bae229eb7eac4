//! The cheapest cluster that a workload fits, with the reason and the source of every choice.
//!
//! There are no prices here: of two sizes the one that stands first in the catalogue is the cheaper one, fewer nodes are
//! cheaper than more, and a smaller disk than a larger one.

mod disk;
mod request;
mod size;

use serde::Serialize;

pub use request::Workload;

use crate::catalogue::rows::{List, Text};
use crate::catalogue::{Catalogue, last_supported_day};
use crate::diagnostic::FixValue;
use crate::model::raw::Raw;
use crate::model::reader::InputError;
use crate::value::date::Date;

/// A cluster for a workload.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ClusterRecommendation {
    /// Whether the workload fits. Where it does not, `problems` says what is missing, and the choices are the largest
    /// there are.
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
    /// What the workload asks for and no cluster has.
    pub problems: Vec<Shortfall>,
    /// What was assumed because nothing was said.
    pub assumptions: Vec<String>,
}

/// Args of a ManagedCluster without project, network and name.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RecommendedArgs {
    /// Number and place of its nodes.
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
    /// Which projections run, where the workload says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub projection_level: Option<String>,
    /// Whether deleting and replacing it is refused: in production.
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
    /// Why this value and no cheaper one.
    pub reason: String,
    /// Where the limits are read that decide it.
    pub source: Vec<String>,
}

/// What is left of each limit, where both the limit and the wish are known.
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
    /// Whole months until the disk is full; nothing where no growth is said.
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
    /// What it has more, in words.
    pub brings: String,
    /// How a cluster gets there, in words.
    pub how: String,
}

/// What a workload asks for and no cluster has.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "SizingDiagnostic"))]
pub struct Shortfall {
    /// The wish, such as `workload.clients`.
    pub path: String,
    /// What is missing: one sentence, in lower case.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

/// Recommends a cluster for a workload.
///
/// # Errors
/// What of the request cannot be used, with its path. A workload that no cluster can carry is no error: the answer says
/// by how much it is too large.
pub fn recommend_cluster(request: &Raw, catalogue: &Catalogue) -> Result<ClusterRecommendation, InputError> {
    let workload = Workload::read(request, catalogue)?;
    let mut plan = Draft { workload: &workload, catalogue, choices: Vec::new(), problems: Vec::new() };
    let size = size::choose(&mut plan).ok_or_else(|| InputError::new("catalogue", "has no instance sizes"))?;
    let topology = size::topology(&mut plan, size).ok_or_else(|| InputError::new("catalogue", "has no topologies"))?;
    let disk = disk::choose(&mut plan, size)
        .ok_or_else(|| InputError::new("workload.cloud", "is a cloud without a disk type in the catalogue"))?;
    // Of a day after all support that is known, the line that is recommended now is nearest.
    let newest = || catalogue.recommended_line(Date::parse(catalogue.as_of())?);
    let line = workload.today.and_then(|today| catalogue.recommended_line(today)).or_else(newest);
    let version = line.map_or(String::new(), |line| line.line.to_string());
    if let Some(line) = line {
        let until = last_supported_day(line).map_or(String::new(), |day| format!(", supported until {day} or later"));
        plan.choose("serverVersion", version.as_str(), format!("a line with long-term support{until}"), &line.source);
    }
    let nodes = topology.nodes.saturating_add(workload.replicas);
    let level = workload.projections.filter(|level| !level.default);
    let args = RecommendedArgs {
        topology: topology.id.to_string(),
        instance_type: size.id.to_string(),
        disk_type: disk.row.id.to_string(),
        disk_size: disk.size,
        disk_iops: disk.iops,
        disk_throughput: disk.throughput,
        server_version: version,
        projection_level: level.map(|level| level.id.to_string()),
        protected: workload.is_production.then_some(true),
    };
    Ok(ClusterRecommendation {
        ok: plan.problems.is_empty(),
        headroom: size::headroom(&workload, size, disk.size),
        next_step: size::next_step(catalogue, size, topology),
        vcpu: size.vcpu.saturating_mul(nodes),
        args,
        assumptions: assumptions(&workload),
        choices: plan.choices,
        problems: plan.problems,
    })
}

fn assumptions(workload: &Workload) -> Vec<String> {
    let mut assumptions = vec![
        format!("the disk lasts {} months with at most {} % of it used", workload.months, disk::FULL_PERCENT),
        "no prices are known: a smaller size of the catalogue counts as cheaper".to_string(),
    ];
    if workload.streams.is_none() {
        assumptions.push("nothing is said of `workingSetStreams`, so that it sets no limit".to_string());
    }
    if workload.clients.is_none() {
        assumptions.push("nothing is said of `clients`, so that they set no limit".to_string());
    }
    assumptions
}

/// A plan while it is made.
struct Draft<'a> {
    workload: &'a Workload,
    catalogue: &'a Catalogue,
    choices: Vec<Choice>,
    problems: Vec<Shortfall>,
}

impl Draft<'_> {
    fn choose(&mut self, property: &'static str, value: impl Into<FixValue>, reason: String, source: &List<Text>) {
        let source = source.iter().map(ToString::to_string).collect();
        self.choices.push(Choice { property, value: value.into(), reason, source });
    }

    fn lacks(&mut self, wish: &str, message: String, help: impl Into<String>) {
        self.problems.push(Shortfall { path: format!("workload.{wish}"), message, help: help.into() });
    }
}
