//! Instance size and topology.

use super::answer::{Headroom, NextStep};
use super::draft::Draft;
use super::request::Workload;
use crate::catalogue::Catalogue;
use crate::catalogue::rows::{InstanceType, Rating, Topology};
use crate::value::spelling::{amount, grouped};

/// The smallest size that the workload fits. If none does, the largest, with a diagnostic.
pub(super) fn choose<'a>(plan: &mut Draft<'a>) -> Option<&'a InstanceType> {
    let catalogue = plan.catalogue;
    // Sizes that the user added have no limits that a workload could be compared with.
    let known = || catalogue.instance_types().filter(|row| row.vcpu > 0);
    let size = match known().find(|row| reasons_against(plan, row).is_empty()) {
        Some(size) => size,
        None => {
            let largest = known().last()?;
            for Against { key, message } in reasons_against(plan, largest) {
                plan.lacks(key, message, "split the workload over several clusters, or contact support");
            }
            largest
        }
    };
    let smaller: Vec<String> = known()
        .take_while(|row| row.id != size.id)
        .filter_map(|row| Some(reasons_against(plan, row).into_iter().next()?.message))
        .collect();
    let reason = match smaller.last() {
        Some(against) => format!("the smallest size that fits the workload; {against}"),
        None => "the smallest size; nothing requires a larger one".to_string(),
    };
    plan.choose("instanceType", size.id.as_str(), reason, &size.source);
    Some(size)
}

/// Why a size does not fit.
struct Against {
    key: &'static str,
    message: String,
}

fn reasons_against(plan: &Draft<'_>, row: &InstanceType) -> Vec<Against> {
    let workload = plan.workload;
    // A size whose own limit is not documented cannot have more than a larger one.
    let of_larger = |limit: fn(&InstanceType) -> Option<u32>| {
        let larger = plan.catalogue.instance_types().skip_while(|other| other.id != row.id);
        larger.filter_map(limit).min()
    };
    let mut against = Vec::new();
    let mut note = |key, message: String| against.push(Against { key, message });
    if workload.is_production() && (row.burstable || row.rating < Rating::LightProduction) {
        note("environment", format!("the sizing guide rates `{}` for development only", row.id));
    }
    if workload.projections(plan.catalogue).is_some_and(|level| level.writes) && row.rating < Rating::LightProduction {
        note("projectionLevel", format!("`{}` has little capacity for projections that write events", row.id));
    }
    type Limit = fn(&InstanceType) -> Option<u32>;
    let limits: [(&str, Option<f64>, Limit, &str); 2] = [
        (
            "workingSetStreams",
            workload.working_set_streams,
            |row| row.working_set_streams,
            "streams in the working set",
        ),
        ("clients", workload.clients, |row| row.max_clients, "clients"),
    ];
    for (key, wanted, limit, what) in limits {
        let Some(wanted) = wanted else { continue };
        if let Some(max) = of_larger(limit).filter(|max| wanted > f64::from(*max)) {
            let (shown, missing) = (grouped(max.into()), amount(wanted - f64::from(max)));
            note(key, format!("`{}` supports at most {shown} {what}, {missing} fewer than requested", row.id));
        }
    }
    against
}

/// The topology: what is requested, several nodes in production, the fewest otherwise, as far as the size is offered.
pub(super) fn topology(plan: &mut Draft<'_>, size: &InstanceType) -> Option<&'static Topology> {
    let (workload, catalogue) = (plan.workload, plan.catalogue);
    let offers = |row: &Topology| {
        let max = row.console_max_instance_type.as_ref();
        max.is_none_or(|max| catalogue.is_larger(size.id.as_str(), max.as_str()) != Some(true))
    };
    let suits = |row: &&Topology| {
        offers(row)
            && (!workload.is_production() || row.nodes > 1)
            && (workload.replicas() == 0 || row.supports_replicas)
    };
    let fitting = catalogue.topologies().filter(suits).min_by_key(|row| row.nodes);
    let (row, reason) = match (workload.topology(catalogue), fitting) {
        (Some(asked), _) => {
            if !offers(asked) {
                let max = asked.console_max_instance_type.as_ref().map_or("", |max| max.as_str());
                let message =
                    format!("`{}` is offered with sizes up to `{max}`, but the workload needs `{}`", asked.id, size.id);
                plan.lacks("topology", message, "remove `topology`, or reduce the workload");
            }
            if workload.replicas() > 0 && !asked.supports_replicas {
                let message = format!("`{}` does not support read-only replicas", asked.id);
                plan.lacks("replicas", message, "remove `topology` or `replicas`");
            }
            (asked, "the workload requests it".to_string())
        }
        (None, Some(row)) if row.nodes == 1 => (row, "one node is enough outside production".to_string()),
        (None, Some(row)) => {
            let reason = if workload.is_production() {
                "in production, a cluster must stay available while one node is down or upgraded"
            } else if workload.replicas() > 0 {
                "only clusters of several nodes support read-only replicas"
            } else {
                "the size is larger than those offered with a single node"
            };
            (row, reason.to_string())
        }
        (None, None) => {
            (catalogue.topologies().max_by_key(|row| row.nodes)?, "the topology with the most nodes".to_string())
        }
    };
    plan.choose("topology", row.id.as_str(), reason, &row.source);
    Some(row)
}

/// What is left of each limit.
pub(super) fn headroom(workload: &Workload, size: &InstanceType, disk_gb: u32) -> Headroom {
    let left = |limit: Option<u32>, wanted: Option<f64>| Some(f64::from(limit?) - wanted?);
    let free = f64::from(disk_gb) - workload.data_gb();
    Headroom {
        working_set_streams: left(size.working_set_streams, workload.working_set_streams),
        clients: left(size.max_clients, workload.clients),
        disk_gb: free,
        // A disk that grows by next to nothing is never full.
        months_until_full: (workload.growth_gb() > 0.0)
            .then(|| (free / workload.growth_gb()).floor().max(0.0))
            .filter(|months| months.is_finite()),
    }
}

/// The next larger size, and how a cluster gets there.
pub(super) fn next_step(catalogue: &Catalogue, size: &InstanceType, topology: &Topology) -> Option<NextStep> {
    let mut larger = catalogue.instance_types().skip_while(|row| row.id != size.id).skip(1);
    // Sizes that the user added come last, and nobody knows whether they are larger.
    let next = larger.find(|row| row.vcpu > 0)?;
    let mut brings = vec![format!("{} vCPUs and {} GB of memory on each node", next.vcpu, next.ram_gb)];
    if let Some(streams) = next.working_set_streams {
        brings.push(format!("{} streams in the working set", grouped(streams.into())));
    }
    if let Some(clients) = next.max_clients {
        brings.push(format!("{} clients", grouped(clients.into())));
    }
    let how = match topology.nodes {
        1 => "a change of `instanceType` stops the cluster while its node is resized",
        _ => "a change of `instanceType` resizes one node after the other; clients reconnect",
    };
    Some(NextStep { instance_type: next.id.to_string(), brings: brings.join(", "), how: how.to_string() })
}
