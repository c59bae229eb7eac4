//! A cluster has a scheduled backup.
//!
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

use crate::model::{managed_cluster as cluster, scheduled_backup as backup};
use crate::rules::prelude::*;
use crate::rules::shared::stack::users;

pub(super) const RULE: Rule =
    Rule::warning().source(&[source::DOCS_OPS_BACKUPS]).program(&[KindId::ManagedCluster], check);

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
