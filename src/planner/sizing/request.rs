//! What a cluster is for, read from plain data.

use crate::catalogue::Catalogue;
use crate::catalogue::rows::{Cloud, ProjectionLevel, Topology};
use crate::model::raw::Raw;
use crate::model::reader::{InputError, choice, expected, integer, known_keys, number, object, required, text};
use crate::value::date::Date;
use crate::value::spelling::{one_of, quoted};

const KEYS: [&str; 13] = [
    "cloud",
    "environment",
    "workingSetStreams",
    "clients",
    "dataGb",
    "growthGbPerMonth",
    "months",
    "iops",
    "throughputMbps",
    "topology",
    "projectionLevel",
    "replicas",
    "now",
];

/// The maximum of every amount, far above what any cluster provides.
const MAX_AMOUNT: f64 = 1e12;

/// What a cluster is for. What is not given sets no limit.
#[derive(Debug)]
pub struct Workload {
    /// The cloud that it runs in.
    pub cloud: Cloud,
    /// Whether it is for production.
    pub is_production: bool,
    /// Streams that are used at the same time.
    pub streams: Option<f64>,
    /// Clients that are connected at the same time.
    pub clients: Option<f64>,
    /// Data at the beginning, in GB.
    pub data_gb: f64,
    /// How much data is added in a month, in GB.
    pub growth_gb: f64,
    /// Months that the disk has to last without being made larger.
    pub months: f64,
    /// Disk operations a second.
    pub iops: Option<f64>,
    /// Disk throughput in MB/s.
    pub throughput: Option<f64>,
    /// The topology, where it is not left to the plan.
    pub topology: Option<&'static Topology>,
    /// The projections that run.
    pub projections: Option<&'static ProjectionLevel>,
    /// Read-only replicas besides the nodes.
    pub replicas: u32,
    /// The day that the support of versions is counted from.
    pub today: Option<Date>,
}

impl Workload {
    /// Reads a workload.
    ///
    /// # Errors
    /// The first invalid value.
    pub fn read(request: &Raw, catalogue: &Catalogue) -> Result<Self, InputError> {
        let Raw::Object(_) = request else {
            return Err(expected("workload", "an object", request));
        };
        let request = object(Some(request), "workload")?;
        known_keys("workload", request, &KEYS)?;
        let at = |key: &str| format!("workload.{key}");
        let amount = |key: &str| number(request.get(key), &at(key), 0.0, MAX_AMOUNT);
        let clouds: Vec<(&str, Cloud)> = catalogue.clouds().map(|row| (row.id.as_str(), row.id)).collect();
        let cloud = required(choice(request.get("cloud"), &at("cloud"), "cloud", &clouds)?, at("cloud"))?;
        let topologies: Vec<(&str, &'static Topology)> =
            catalogue.topologies().map(|row| (row.id.as_str(), row)).collect();
        let levels: Vec<(&str, &'static ProjectionLevel)> =
            catalogue.projection_levels().map(|row| (row.id.as_str(), row)).collect();
        let environment = text(request.get("environment"), &at("environment"))?;
        let max_replicas = catalogue.replica_limits().map_or(0, |limits| limits.replica_count.max);
        Ok(Self {
            cloud,
            is_production: environment
                .is_some_and(|name| name.eq_ignore_ascii_case("production") || name.eq_ignore_ascii_case("prod")),
            streams: amount("workingSetStreams")?,
            clients: amount("clients")?,
            data_gb: amount("dataGb")?.unwrap_or(0.0),
            growth_gb: amount("growthGbPerMonth")?.unwrap_or(0.0),
            months: f64::from(integer(request.get("months"), &at("months"), 0, 1200)?.unwrap_or(12)),
            iops: amount("iops")?,
            throughput: amount("throughputMbps")?,
            topology: choice(request.get("topology"), &at("topology"), "topology", &topologies)?,
            projections: choice(request.get("projectionLevel"), &at("projectionLevel"), "projection level", &levels)?,
            replicas: integer(request.get("replicas"), &at("replicas"), 0, max_replicas)?.unwrap_or(0),
            today: today(text(request.get("now"), &at("now"))?)?,
        })
    }
}

fn today(written: Option<&str>) -> Result<Option<Date>, InputError> {
    let Some(written) = written else { return Ok(None) };
    let error = || {
        let example = one_of(&["2026-11-23", "2026-11-23T08:00:00Z"]);
        InputError::new(
            "workload.now",
            format!("must be an ISO date or time such as {example}, not {}", quoted(written)),
        )
    };
    Date::parse(written).map(Some).ok_or_else(error)
}
