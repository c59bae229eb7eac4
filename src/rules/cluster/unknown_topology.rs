//! `topology` must be one of the service's topologies, in any case and without white space around it.
//!
//! ## Why
//! The list is closed. The provider rejects any other value at preview, and only then shows the accepted ones.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "topology": "three-node" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "topology": "three-node-multi-zone" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::model::replicaset;
use crate::rules::faults::cluster::ChoiceFault;
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[source::PROVIDER_PROVIDER, source::ESC_CLI_MESDB_SCHEMAS])
    .on(&[FaultCheck::ClusterTopology(check)]);

fn check<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &ChoiceFault<'a>) {
    let written = match *fault {
        ChoiceFault::Unknown(written) => written,
        ChoiceFault::Padded(written, exact) => {
            cx.report(shared::padded(db, cluster::TOPOLOGY, written, exact));
            return;
        }
        ChoiceFault::Case(..) => return,
    };
    let mut sets = cx.program().of_kind(replicaset::KIND.name);
    let has_replicas = sets.any(|set| {
        let cluster = cx.follow(set, replicaset::CLUSTER_ID).known();
        cluster.is_some_and(|cluster| cluster.index == db.resource.index)
    });
    let catalogue = cx.catalogue();
    let supports_replicas = |topology: &str| catalogue.topology(topology).is_some_and(|row| row.supports_replicas);
    let is_possible = |topology: &str| !has_replicas || supports_replicas(topology);
    cx.report(shared::unknown(cx, db, &shared::TOPOLOGY, written, &is_possible));
}
