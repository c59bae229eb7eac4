//! Replica set and backups of one cluster are made one after the other.
//!
//! ## Why
//! Either locks the cluster while it is at work. Pulumi makes what does not depend on each other at the same time, and
//! then the service refuses one of the two, in some runs and not in others.
//! ## Example
//! ```json
//! { "partial": false, "target": "kurrentcloud@0.3.x", "resources": [
//!     { "kind": "ManagedClusterReplicaset", "name": "replicas" },
//!     { "kind": "ScheduledBackup", "name": "nightly" }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "partial": false, "target": "kurrentcloud@0.3.x", "resources": [
//!     { "kind": "ManagedClusterReplicaset", "name": "replicas" },
//!     { "kind": "ScheduledBackup", "name": "nightly", "dependsOn": ["replicas"] }
//! ] }
//! ```

use std::collections::BTreeMap;

use crate::model::dependencies::Order;
use crate::model::{replicaset, scheduled_backup as backup};
use crate::rules::prelude::*;

pub(super) const RULE: Rule = Rule::warning()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Service)
    .source(&[source::KURRENT_PACKAGE_LIVE_CLUSTER_TEST, source::DOCS_OPS_BACKUPS])
    .program(&[KindId::ManagedClusterReplicaset, KindId::ScheduledBackup], check);

fn check(cx: &mut Context<'_>) {
    // Of a single call, nobody knows what else there is.
    if !cx.program().is_whole {
        return;
    }
    // A second set of one cluster is REP003's.
    let mut sets: BTreeMap<Identity<'_>, &Resource> = BTreeMap::new();
    for set in cx.program().of_kind(replicaset::KIND.name) {
        if let Some(cluster) = cx.identity(set, replicaset::CLUSTER_ID).filter(|cluster| !cluster.is_blank()) {
            sets.entry(cluster).or_insert(set);
        }
    }
    if sets.is_empty() {
        return;
    }
    let mut backups: BTreeMap<usize, (&Resource, Vec<&Resource>)> = BTreeMap::new();
    for job in cx.program().of_kind(backup::KIND.name) {
        let cluster = cx.identity(job, backup::SOURCE_CLUSTER_ID);
        let set = cluster.and_then(|cluster| sets.get(&cluster).copied());
        if let Some(set) = set.filter(|set| !set.may_depend_on_more && !job.may_depend_on_more) {
            backups.entry(set.index).or_insert((set, Vec::new())).1.push(job);
        }
    }
    let order = Order::possible(cx.program());
    for (set, jobs) in backups.into_values() {
        let beside = order.beside(set.index, jobs.iter().map(|job| job.index));
        for job in jobs.into_iter().filter(|job| beside.contains(&job.index)) {
            let message =
                format!("may be made at the same time as the replica set {} of its cluster", quoted(&set.name));
            let help = format!("let the backup wait: add {} to its `dependsOn`", quoted(&set.name));
            let finding = Finding::at(job, backup::SOURCE_CLUSTER_ID, message).help(help);
            cx.report(finding.related_at(set, replicaset::CLUSTER_ID).confined());
        }
    }
}
