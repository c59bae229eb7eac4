//! Instance size and topology.

use super::answer::{Headroom, NextStep};
use super::draft::Draft;
use super::request::Workload;
use crate::catalogue::Catalogue;
use crate::catalogue::rows::{InstanceType, Rating, Topology};
use crate::collect;
use crate::value::spelling::{amount, grouped};

/// A published limit of sizes.
type Limit = fn(&InstanceType) -> Option<u32>;

/// The smallest size and the topology with the fewest nodes that the workload fits. Where none does, the largest, with
/// a diagnostic.
///
/// A limit that is not published may be any: a size without it is passed over for a larger one of the same topology
/// that is known to fit, and where there is no such size, it is assumed to fit.
pub(super) fn choose<'a>(plan: &mut Draft<'a>) -> Option<(&'a InstanceType, &'static Topology)> {
    let (workload, catalogue) = (plan.workload, plan.catalogue);
    // Sizes that the user added have no limits that a workload could be compared with.
    let known: Vec<&InstanceType> = catalogue.instance_types().filter(|row| row.vcpu > 0).collect();
    let suits = |row: &Topology| {
        (!workload.is_production() || row.nodes > 1) && (workload.replicas() == 0 || row.supports_replicas)
    };
    let asked = workload.topology(catalogue);
    let suiting = catalogue.topologies().filter(|row| asked.is_none() && suits(row)).collect();
    let mut topologies: Vec<&Topology> = collect::sorted_by(suiting, |a, b| a.nodes.cmp(&b.nodes));
    topologies.extend(asked);
    let offered =
        |topology: &Topology| known.iter().copied().filter(|size| offers(catalogue, topology, size)).collect();
    let found = topologies.iter().find_map(|topology| {
        let sizes: Vec<&InstanceType> = offered(topology);
        Some((fitting(plan, &sizes)?, *topology, sizes))
    });
    let is_offered = found.is_some();
    let (size, topology, sizes) = match found {
        Some(found) => found,
        None => {
            let topology = topologies.last().copied().or_else(|| catalogue.topologies().max_by_key(|row| row.nodes))?;
            let size = fitting(plan, &known).or_else(|| known.last().copied())?;
            (size, topology, known)
        }
    };
    let against = reasons_against(plan, size, &sizes);
    plan.choose("instanceType", size.id.as_str(), reason(plan, size, &sizes, &against), &size.source);
    plan.choose("topology", topology.id.as_str(), topology_reason(workload, topology), &topology.source);
    if against.is_empty() && !is_offered {
        let max = topology.console_max_instance_type.as_ref().map_or("", |max| max.as_str());
        let message =
            format!("`{}` is offered with sizes up to `{max}`, but the workload needs `{}`", topology.id, size.id);
        let is_by_load = workload.working_set_streams.is_some() || workload.clients.is_some();
        plan.lacks(
            "topology",
            message,
            if is_by_load { "remove `topology`, or reduce the workload" } else { "remove `topology`" },
        );
    }
    for Against { key, message, .. } in against {
        plan.lacks(key, message, "split the workload over several clusters, or contact support");
    }
    if workload.replicas() > 0 && !topology.supports_replicas {
        let message = format!("`{}` does not support read-only replicas", topology.id);
        plan.lacks("replicas", message, "remove `topology` or `replicas`");
    }
    Some((size, topology))
}

/// Whether a size is offered with a topology.
fn offers(catalogue: &Catalogue, topology: &Topology, size: &InstanceType) -> bool {
    let max = topology.console_max_instance_type.as_ref();
    max.is_none_or(|max| catalogue.is_larger(size.id.as_str(), max.as_str()) != Some(true))
}

/// The first of some sizes, smaller ones first, that nothing is said against.
fn fitting<'a>(plan: &Draft<'_>, sizes: &[&'a InstanceType]) -> Option<&'a InstanceType> {
    sizes.iter().copied().find(|size| reasons_against(plan, size, sizes).is_empty())
}

/// Why a size of some is chosen.
fn reason(plan: &Draft<'_>, size: &InstanceType, sizes: &[&InstanceType], against: &[Against]) -> String {
    if !against.is_empty() {
        return "the largest size; the workload needs more".to_string();
    }
    let smaller = sizes.iter().take_while(|row| row.id != size.id);
    let smaller: Vec<Vec<Against>> = smaller.map(|row| reasons_against(plan, row, sizes)).collect();
    let Some(next) = smaller.last().and_then(|against| against.first()) else {
        return "the smallest size; nothing requires a larger one".to_string();
    };
    let claim = if !assumed(plan.workload, size).is_empty() {
        "the smallest size that fits the workload as far as limits are published"
    } else if smaller.iter().any(|against| against.iter().all(|one| one.is_unknown)) {
        "the smallest size that is known to fit the workload"
    } else {
        "the smallest size that fits the workload"
    };
    format!("{claim}; {}", next.message)
}

/// Why a size does not fit, or is not known to.
struct Against {
    key: &'static str,
    message: String,
    /// Whether the size may fit: nothing is published.
    is_unknown: bool,
}

/// What a workload requires of sizes that publish limits: the key, the amount, the limit and what is counted.
fn required(workload: &Workload) -> impl Iterator<Item = (&'static str, f64, Limit, &'static str)> {
    let streams: Limit = |row| row.working_set_streams;
    let clients: Limit = |row| row.max_clients;
    let all = [
        ("workingSetStreams", workload.working_set_streams, streams, "streams in the working set"),
        ("clients", workload.clients, clients, "clients"),
    ];
    let given = all.into_iter().filter_map(|(key, wanted, limit, what)| Some((key, wanted?, limit, what)));
    given.filter(|(_, wanted, _, _)| *wanted > 0.0)
}

/// What is said against a size, one of some that may be chosen.
fn reasons_against(plan: &Draft<'_>, row: &InstanceType, sizes: &[&InstanceType]) -> Vec<Against> {
    let workload = plan.workload;
    let mut against = Vec::new();
    let mut note = |key, message: String, is_unknown| against.push(Against { key, message, is_unknown });
    if workload.is_production() && (row.burstable || row.rating < Rating::LightProduction) {
        note("environment", format!("the sizing guide rates `{}` for development only", row.id), false);
    }
    if workload.projections(plan.catalogue).is_some_and(|level| level.writes) && row.rating < Rating::LightProduction {
        note("projectionLevel", format!("`{}` has little capacity for projections that write events", row.id), false);
    }
    for (key, wanted, limit, what) in required(workload) {
        // A size has no more than a larger one, also where its own limit is not published.
        let larger = plan.catalogue.instance_types().skip_while(|other| other.id != row.id);
        let least = larger.filter_map(|other| Some((limit(other)?, other))).min_by_key(|(max, _)| *max);
        if let Some((max, other)) = least.filter(|(max, _)| wanted > f64::from(*max)) {
            let (shown, missing) = (grouped(max.into()), amount(wanted - f64::from(max)));
            note(key, format!("`{}` supports at most {shown} {what}, {missing} fewer than requested", other.id), false);
        } else if limit(row).is_none()
            && sizes.iter().any(|other| limit(other).is_some_and(|max| wanted <= f64::from(max)))
        {
            note(key, format!("no maximum of {what} is published for `{}`", row.id), true);
        }
    }
    against
}

/// What is assumed of a size, since nothing is published.
pub(super) fn assumed(workload: &Workload, size: &InstanceType) -> Vec<String> {
    let unpublished = required(workload).filter(|(_, _, limit, _)| limit(size).is_none());
    let each = unpublished.map(|(_, _, _, what)| {
        format!("no maximum of {what} is published for `{}`; it is assumed to support as many as requested", size.id)
    });
    each.collect()
}

/// Why a topology is chosen.
fn topology_reason(workload: &Workload, topology: &Topology) -> String {
    let reason = if workload.names_topology() {
        "the workload requests it"
    } else if topology.nodes == 1 {
        "one node is enough outside production"
    } else if workload.is_production() {
        "in production, a cluster must stay available while one node is down or upgraded"
    } else if workload.replicas() > 0 {
        "only clusters of several nodes support read-only replicas"
    } else {
        "the size is larger than those offered with a single node"
    };
    reason.to_string()
}

/// What is left of each limit.
pub(super) fn headroom(workload: &Workload, size: &InstanceType, disk_gb: u32) -> Headroom {
    let left = |limit: Option<u32>, wanted: Option<f64>| Some(f64::from(limit?) - wanted?);
    let free = f64::from(disk_gb) - workload.data_gb();
    Headroom {
        working_set_streams: left(size.working_set_streams, workload.working_set_streams),
        clients: left(size.max_clients, workload.clients),
        // A binary fraction would be shown with all its digits.
        disk_gb: (free * 1000.0).round() / 1000.0,
        // A disk that grows by next to nothing is never full; 0.1 GB at 0.1 GB a month last a month, although the
        // binary fractions say a little less.
        months_until_full: (workload.growth_gb() > 0.0)
            .then(|| (free / workload.growth_gb() + 1e-9).floor().max(0.0))
            .filter(|months| months.is_finite()),
    }
}

/// The next larger size, and how a cluster gets there.
pub(super) fn next_step(catalogue: &Catalogue, size: &InstanceType, topology: &Topology) -> Option<NextStep> {
    let mut larger = catalogue.instance_types().skip_while(|row| row.id != size.id).skip(1);
    // Sizes that the user added come last, and nobody knows whether they are larger.
    let next = larger.find(|row| row.vcpu > 0)?;
    let mut brings = Vec::new();
    if (next.vcpu, next.ram_gb) != (size.vcpu, size.ram_gb) {
        brings.push(format!("{} vCPUs and {} GB of memory on each node", next.vcpu, next.ram_gb));
    }
    let mut more = |next: Option<u32>, now: Option<u32>, what: &str| {
        if let Some(next) = next.filter(|next| now.is_none_or(|now| now < *next)) {
            brings.push(format!("{} {what}", grouped(next.into())));
        }
    };
    more(next.working_set_streams, size.working_set_streams, "streams in the working set");
    more(next.max_clients, size.max_clients, "clients");
    let how = if !offers(catalogue, topology, next) {
        format!("`{}` is not offered with `{}`, and a change of `topology` replaces the cluster", next.id, topology.id)
    } else if topology.nodes == 1 {
        "a change of `instanceType` stops the cluster while its node is resized".to_string()
    } else {
        "a change of `instanceType` resizes one node after the other; clients reconnect".to_string()
    };
    Some(NextStep { instance_type: next.id.to_string(), brings: brings.join(", "), how })
}
