//! Instance size and topology.

use super::answer::{Headroom, NextStep};
use super::draft::Draft;
use super::request::Workload;
use crate::catalogue::Catalogue;
use crate::catalogue::rows::{InstanceType, Rating, Topology};

/// The smallest size that the workload fits. Where none does, the largest, and the shortfall is noted.
pub(super) fn choose<'a>(plan: &mut Draft<'a>) -> Option<&'a InstanceType> {
    let catalogue = plan.catalogue;
    // Sizes that the user added have no limits that a workload could be compared with.
    let known = || catalogue.instance_types().filter(|row| row.vcpu > 0);
    let size = match known().find(|row| reasons_against(plan, row).is_empty()) {
        Some(size) => size,
        None => {
            let largest = known().last()?;
            for Against { wish, message } in reasons_against(plan, largest) {
                plan.lacks(wish, message, "split the workload over several clusters, or ask support");
            }
            largest
        }
    };
    let smaller: Vec<String> = known()
        .take_while(|row| row.id != size.id)
        .filter_map(|row| Some((row, reasons_against(plan, row).into_iter().next()?)))
        .map(|(row, against)| format!("`{}`: {}", row.id, against.message))
        .collect();
    let reason = match smaller.last() {
        Some(against) => format!("the smallest size that carries the workload; {against}"),
        None => "the smallest size there is, and nothing asks for more".to_string(),
    };
    plan.choose("instanceType", size.id.as_str(), reason, &size.source);
    Some(size)
}

/// Why a size does not do.
struct Against {
    wish: &'static str,
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
    let mut note = |wish, message: String| against.push(Against { wish, message });
    if workload.is_production && (row.burstable || row.rating < Rating::LightProduction) {
        note("environment", "the sizing guide rates it for development only".to_string());
    }
    if workload.projections.is_some_and(|level| level.writes) && row.rating < Rating::LightProduction {
        note("projectionLevel", "projections write events, and it has little capacity for that".to_string());
    }
    type Limit = fn(&InstanceType) -> Option<u32>;
    let limits: [(&str, Option<f64>, Limit, &str); 2] = [
        ("workingSetStreams", workload.streams, |row| row.working_set_streams, "streams in the working set"),
        ("clients", workload.clients, |row| row.max_clients, "clients"),
    ];
    for (wish, wanted, limit, what) in limits {
        let Some(wanted) = wanted else { continue };
        if let Some(most) = of_larger(limit).map(f64::from).filter(|most| wanted > *most) {
            note(wish, format!("it is made for {most} {what} at most, {} fewer than wanted", wanted - most));
        }
    }
    against
}

/// The topology: what is asked for, several nodes in production, the fewest otherwise, as far as the size can be had.
pub(super) fn topology(plan: &mut Draft<'_>, size: &InstanceType) -> Option<&'static Topology> {
    let (workload, catalogue) = (plan.workload, plan.catalogue);
    let takes = |row: &Topology| {
        let most = row.console_max_instance_type.as_ref();
        most.is_none_or(|most| catalogue.is_larger(size.id.as_str(), most.as_str()) != Some(true))
    };
    let suits = |row: &&Topology| {
        takes(row) && (!workload.is_production || row.nodes > 1) && (workload.replicas == 0 || row.takes_replicas)
    };
    let fitting = catalogue.topologies().filter(suits).min_by_key(|row| row.nodes);
    let (row, reason) = match (workload.topology, fitting) {
        (Some(asked), _) => {
            if !takes(asked) {
                let most = asked.console_max_instance_type.as_ref().map_or("", |most| most.as_str());
                let message = format!("`{}` is larger than `{most}`, the most that is offered for it", size.id);
                plan.lacks("topology", message, "leave the topology out, or lower what the workload asks for");
            }
            if workload.replicas > 0 && !asked.takes_replicas {
                let message = format!("`{}` takes no read-only replicas", asked.id);
                plan.lacks("replicas", message, "leave the topology out, or the replicas");
            }
            (asked, "asked for".to_string())
        }
        (None, Some(row)) if row.nodes == 1 => (row, "one node is enough outside of production".to_string()),
        (None, Some(row)) => {
            let reason = if workload.is_production {
                "in production a cluster stays up while one node is down or upgraded"
            } else if workload.replicas > 0 {
                "only clusters of several nodes take read-only replicas"
            } else {
                "the size is larger than is offered for a single node"
            };
            (row, reason.to_string())
        }
        (None, None) => (catalogue.topologies().max_by_key(|row| row.nodes)?, "the largest there is".to_string()),
    };
    plan.choose("topology", row.id.as_str(), reason, &row.source);
    Some(row)
}

/// What is left of each limit.
pub(super) fn headroom(workload: &Workload, size: &InstanceType, disk_gb: u32) -> Headroom {
    let left = |limit: Option<u32>, wanted: Option<f64>| Some(f64::from(limit?) - wanted?);
    let free = f64::from(disk_gb) - workload.data_gb;
    Headroom {
        working_set_streams: left(size.working_set_streams, workload.streams),
        clients: left(size.max_clients, workload.clients),
        disk_gb: free,
        months_until_full: (workload.growth_gb > 0.0).then(|| (free / workload.growth_gb).floor().max(0.0)),
    }
}

/// The next larger size, and how a cluster gets there.
pub(super) fn next_step(catalogue: &Catalogue, size: &InstanceType, topology: &Topology) -> Option<NextStep> {
    let mut larger = catalogue.instance_types().skip_while(|row| row.id != size.id).skip(1);
    // Sizes that the user added come last, and nobody knows whether they are larger.
    let next = larger.find(|row| row.vcpu > 0)?;
    let mut brings = vec![format!("{} vCPUs and {} GB of memory on each node", next.vcpu, next.ram_gb)];
    if let Some(streams) = next.working_set_streams {
        brings.push(format!("{streams} streams in the working set"));
    }
    if let Some(clients) = next.max_clients {
        brings.push(format!("{clients} clients"));
    }
    let how = match topology.nodes {
        1 => "a change of `instanceType` stops the cluster while its node is resized",
        _ => "a change of `instanceType` resizes one node after the other; clients reconnect",
    };
    Some(NextStep { instance_type: next.id.to_string(), brings: brings.join(", "), how: how.to_string() })
}
