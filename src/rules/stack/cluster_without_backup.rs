//! Every cluster must have a scheduled backup.
//!
//! ## Why
//! The service creates no backups automatically. Without a scheduled backup, data that is deleted or damaged cannot be
//! restored.
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
use crate::rules::shared::stack::{named, unused};

pub const RULE: Rule =
    Rule::warning(DetectedAt::Undetected).source(&[source::DOCS_OPS_BACKUPS]).program(&[KindId::ManagedCluster], check);

fn check(cx: &mut Context<'_>) {
    for db in unused(cx, cluster::KIND.name, backup::KIND.name, backup::SOURCE_CLUSTER_ID) {
        let message = format!("{} has no scheduled backup", named(db));
        let help = "add a ScheduledBackup for it, for example with the schedule `0 2 * * *`";
        cx.report(Finding::on(db, "", message).help(help));
    }
}
