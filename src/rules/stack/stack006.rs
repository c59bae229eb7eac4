//! ## What it checks
//! Whether a cluster has no scheduled backup in the program.
//! ## Why
//! The service makes no backup by itself. What is deleted or broken then cannot be brought back.
//! ## Example
//! ```json
//! { "partial": false, "resources": [{ "kind": "ManagedCluster", "name": "db" }] }
//! ```
//! ## Use instead
//! ```json
//! { "partial": false, "resources": [
//!     { "kind": "ManagedCluster", "name": "db" },
//!     { "kind": "ScheduledBackup", "name": "nightly", "args": { "sourceClusterId": { "ref": "db" } } }
//! ] }
//! ```

use super::shared::users;
use crate::model::{managed_cluster as cluster, scheduled_backup as backup};
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "STACK006",
    name: "cluster-without-backup",
    title: "A cluster has a scheduled backup",
    severity: Severity::Warning,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Nobody,
    source: &["kurrent-io/documentation:docs/cloud/ops/backups.md"],
    since: "0.1.0",
    check: Check::Program(&[KindId::ManagedCluster], check),
};

fn check(cx: &mut Context<'_>) {
    if !cx.program().is_whole || cx.program().of_kind(cluster::KIND.name).next().is_none() {
        return;
    }
    let jobs = users(cx, backup::KIND.name, backup::SOURCE_CLUSTER_ID);
    // A job of a cluster that is not known may be of any.
    if jobs.has_other {
        return;
    }
    for db in cx.program().of_kind(cluster::KIND.name) {
        if !jobs.named.contains_key(db.name.as_str()) {
            let finding = Finding::on(db, "", "no backup of this cluster is scheduled");
            cx.report(finding.help("add a ScheduledBackup with its id, for example with the schedule `0 2 * * *`"));
        }
    }
}
