//! A replica set and a scheduled backup of the same cluster should not be created at the same time.
//!
//! ## Why
//! The service locks the cluster while it works on either of them. Pulumi creates resources that do not depend on each
//! other at the same time, and then the service rejects one of the two, in some deployments and not in others.
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

pub const RULE: Rule = Rule::warning(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::KURRENT_PACKAGE_LIVE_CLUSTER_TEST, source::DOCS_OPS_BACKUPS])
    .program(&[KindId::ManagedClusterReplicaset, KindId::ScheduledBackup], check);

fn check(cx: &mut Context<'_>) {
    // What else there is besides a single call is unknown.
    if !cx.program().is_whole {
        return;
    }
    // Of several sets of one cluster, only the first one can be.
    let mut sets: BTreeMap<Identity<'_>, &Resource> = BTreeMap::new();
    // One that is only read is there already.
    for set in cx.program().of_kind(replicaset::KIND.name).filter(|set| !set.is_read()) {
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
            let name = quoted(&set.name);
            let message =
                format!("the backup may be created at the same time as the replica set {name} of its cluster");
            let help = format!("add {name} to the `dependsOn` of the backup");
            let finding = Finding::at(job, backup::SOURCE_CLUSTER_ID, message).help(help);
            cx.report(finding.related_at(set, replicaset::CLUSTER_ID).confined());
        }
    }
}
