//! `sourceClusterId` must be set to the id of the cluster to back up.
//!
//! ## Why
//! A job backs up one cluster. The SDK accepts a missing id and the provider sends a blank one, but the service finds
//! no cluster with it and rejects the job when it is created.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "sourceClusterId": "" } }
//! ```
//! ## Use instead
//! ```json
//! { "resources": [
//!     { "kind": "ManagedCluster", "name": "db" },
//!     { "kind": "ScheduledBackup", "name": "nightly", "args": { "sourceClusterId": { "ref": "db" } } }
//! ] }
//! ```

use crate::model::scheduled_backup as backup;
use crate::rules::faults::text::Absent;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::PROVIDER_SCHEDULED_BACKUP])
    .on(&[FaultCheck::BackupCluster(check)]);

fn check<'a>(cx: &mut Context<'a>, job: ScheduledBackup<'a>, fault: &'a Absent) {
    let fault = fault.described();
    let message = format!("`sourceClusterId` is {fault}, so the job has no cluster to back up");
    let help = "set `sourceClusterId` to the id of the cluster: `cluster.id` in a program, `{\"ref\": NAME}` with its \
                name in a document";
    cx.report(Finding::at(job.resource, backup::SOURCE_CLUSTER_ID, message).help(help));
}
