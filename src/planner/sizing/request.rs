//! What a cluster is for, as the caller wrote it.

use serde::Deserialize;
use validator::Validate;

use crate::catalogue::Catalogue;
use crate::catalogue::rows::{Cloud, ProjectionLevel, Topology};
use crate::model::raw::Raw;
use crate::model::request::{self, InputError, Integer, unknown_name};
use crate::value::date::Date;

/// The maximum of every amount, far above what any cluster provides.
const MAX_AMOUNT: f64 = 1e12;

/// What a cluster is for. What is left out sets no limit.
#[derive(Debug, Deserialize, Validate)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Workload {
    /// The cloud that it runs in.
    pub(super) cloud: Cloud,
    /// What it is for; `production` (or `prod`) requires a size and a topology for production.
    environment: Option<String>,
    /// Streams that are used at the same time.
    #[validate(range(min = 0.0, max = MAX_AMOUNT))]
    pub(super) working_set_streams: Option<f64>,
    /// Clients that are connected at the same time.
    #[validate(range(min = 0.0, max = MAX_AMOUNT))]
    pub(super) clients: Option<f64>,
    /// Data at the beginning, in GB. Default: 0.
    #[validate(range(min = 0.0, max = MAX_AMOUNT))]
    data_gb: Option<f64>,
    /// How much data is added in a month, in GB. Default: 0.
    #[validate(range(min = 0.0, max = MAX_AMOUNT))]
    growth_gb_per_month: Option<f64>,
    /// Months that the disk must last without an increase, 0 to 1200. Default: 12.
    #[validate(range(min = 0, max = 1200))]
    months: Option<Integer>,
    /// Disk operations a second, where they matter.
    #[validate(range(min = 0.0, max = MAX_AMOUNT))]
    pub(super) iops: Option<f64>,
    /// Disk throughput in MB/s, where it matters.
    #[validate(range(min = 0.0, max = MAX_AMOUNT))]
    pub(super) throughput_mbps: Option<f64>,
    /// The topology, where it is not left to the plan.
    #[cfg_attr(feature = "bindings", ts(optional, type = "Topology"))]
    topology: Option<String>,
    /// The projections that run.
    #[cfg_attr(feature = "bindings", ts(optional, type = "ProjectionLevel"))]
    projection_level: Option<String>,
    /// Read-only replicas besides the nodes. Default: 0.
    replicas: Option<Integer>,
    /// ISO date from which the support of server versions is counted. Default: the date of the catalogue.
    pub(super) now: Option<Date>,
}

impl Workload {
    /// Reads a workload.
    ///
    /// # Errors
    /// The first invalid value.
    pub fn read(request: &Raw, catalogue: &Catalogue) -> Result<Self, InputError> {
        let workload: Self = request::read(request, "workload")?;
        let known = |path: &str, what: &str, name: Option<&str>, known: Vec<&str>| match name {
            Some(name) if !known.contains(&name) => Err(unknown_name(what, name, &known).inside(path)),
            _ => Ok(()),
        };
        let topologies = catalogue.topologies().map(|row| row.id.as_str()).collect();
        known("workload.topology", "topology", workload.topology.as_deref(), topologies)?;
        let levels = catalogue.projection_levels().map(|row| row.id.as_str()).collect();
        known("workload.projectionLevel", "projection level", workload.projection_level.as_deref(), levels)?;
        let max = catalogue.replica_limits().map_or(0, |limits| limits.replica_count.max);
        let replicas = workload.replicas.map(|replicas| replicas.within(0, max)).transpose();
        replicas.map_err(|error| error.inside("workload.replicas"))?;
        Ok(workload)
    }

    /// Whether it is for production.
    pub(super) fn is_production(&self) -> bool {
        let environment = self.environment.as_deref();
        environment.is_some_and(|name| name.eq_ignore_ascii_case("production") || name.eq_ignore_ascii_case("prod"))
    }

    /// Data at the beginning, in GB.
    pub(super) fn data_gb(&self) -> f64 {
        self.data_gb.unwrap_or(0.0)
    }

    /// How much data is added in a month, in GB.
    pub(super) fn growth_gb(&self) -> f64 {
        self.growth_gb_per_month.unwrap_or(0.0)
    }

    /// Months that the disk has to last without being made larger.
    pub(super) fn months(&self) -> f64 {
        self.months.map_or(12.0, |months| months.get().into())
    }

    /// Read-only replicas besides the nodes.
    pub(super) fn replicas(&self) -> u32 {
        self.replicas.map_or(0, Integer::get)
    }

    /// The topology, where it is not left to the plan.
    pub(super) fn topology(&self, catalogue: &Catalogue) -> Option<&'static Topology> {
        catalogue.topology(self.topology.as_deref()?)
    }

    /// Whether the topology is not left to the plan.
    pub(super) const fn names_topology(&self) -> bool {
        self.topology.is_some()
    }

    /// The projections that run.
    pub(super) fn projections(&self, catalogue: &Catalogue) -> Option<&'static ProjectionLevel> {
        catalogue.projection_level(self.projection_level.as_deref()?)
    }
}
