//! From a workload to a cluster.

use super::answer::{ClusterRecommendation, RecommendedArgs};
use super::draft::Draft;
use super::request::Workload;
use super::{disk, size};
use crate::catalogue::rows::InstanceType;
use crate::catalogue::{Catalogue, last_supported_day};
use crate::model::raw::Raw;
use crate::model::request::InputError;
use crate::value::date::Date;

/// Recommends a cluster for a workload.
///
/// # Errors
/// The first invalid value of the request. A workload that fits no cluster is not an error: the answer says by how
/// much it is too large.
pub fn recommend_cluster(request: &Raw, catalogue: &Catalogue) -> Result<ClusterRecommendation, InputError> {
    let workload = Workload::read(request, catalogue)?;
    let mut plan = Draft { workload: &workload, catalogue, choices: Vec::new(), diagnostics: Vec::new() };
    let (size, topology) = size::choose(&mut plan)
        .ok_or_else(|| InputError::new("catalogue", "has no instance sizes or no topologies"))?;
    let disk = disk::choose(&mut plan, size)
        .ok_or_else(|| InputError::new("workload.cloud", "has no disk type in the catalogue"))?;
    // Of a day after all support that is known, the line that is recommended now is nearest.
    let newest = || catalogue.recommended_line(Date::parse(catalogue.as_of())?);
    let line = workload.now.and_then(|today| catalogue.recommended_line(today)).or_else(newest);
    let version = line.map_or(String::new(), |line| line.line.to_string());
    if let Some(line) = line {
        let until = match (last_supported_day(line), workload.now) {
            (Some(last), Some(today)) if last < today => {
                format!("; the catalogue of {} knows none that is in support on {today}", catalogue.as_of())
            }
            (Some(last), _) => format!(", supported until {last} or later"),
            (None, _) => String::new(),
        };
        plan.choose("serverVersion", version.as_str(), format!("a line with long-term support{until}"), &line.source);
    }
    let nodes = topology.nodes + workload.replicas();
    let level = workload.projections(catalogue).filter(|level| !level.default);
    let args = RecommendedArgs {
        topology: topology.id.to_string(),
        instance_type: size.id.to_string(),
        disk_type: disk.row.id.to_string(),
        disk_size: disk.size,
        disk_iops: disk.iops,
        disk_throughput: disk.throughput,
        server_version: version,
        projection_level: level.map(|level| level.id.to_string()),
        protected: workload.is_production().then_some(true),
    };
    Ok(ClusterRecommendation {
        ok: plan.diagnostics.is_empty(),
        headroom: size::headroom(&workload, size, disk.size),
        next_step: size::next_step(catalogue, size, topology),
        vcpu: size.vcpu * nodes,
        args,
        assumptions: assumptions(&plan, size),
        choices: plan.choices,
        diagnostics: plan.diagnostics,
    })
}

fn assumptions(plan: &Draft<'_>, size: &InstanceType) -> Vec<String> {
    let workload = plan.workload;
    let mut assumptions = Vec::new();
    if !plan.diagnostics.iter().any(|diagnostic| disk::DATA_PATHS.contains(&diagnostic.path.as_str())) {
        assumptions.push(format!(
            "the disk lasts {} months with at most {}% of it used",
            workload.months(),
            disk::FULL_PERCENT
        ));
    }
    assumptions.push("no prices are known; a smaller size of the catalogue counts as cheaper".to_string());
    if workload.working_set_streams.is_none() {
        assumptions.push("`workingSetStreams` is not given, so it sets no limit".to_string());
    }
    if workload.clients.is_none() {
        assumptions.push("`clients` is not given, so it sets no limit".to_string());
    }
    assumptions.extend(size::assumed(workload, size));
    assumptions
}
