//! A scheduled backup has the id of its cluster.
//!
//! ## Why
//! The job backs up one cluster. The SDK lets the id be left out, the provider passes a blank one on, and the service
//! finds no cluster by it when the job is made.
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
use crate::rules::context::Field;
use crate::rules::prelude::*;

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Service)
    .source(&[source::PROVIDER_SCHEDULED_BACKUP])
    .each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let fault = match cx.text(resource, backup::SOURCE_CLUSTER_ID) {
        Field::Missing => Some("missing"),
        Field::Known(id) if id.trim().is_empty() => Some("blank"),
        Field::Known(_) | Field::Unknown => None,
    };
    if let Some(fault) = fault {
        let message = format!("`sourceClusterId` is {fault}, so the job has no cluster to back up");
        let help = "give the id of the cluster: `cluster.id` in a program, \
         `{\"ref\": NAME}` in a document, where NAME is the cluster's name there";
        cx.report(Finding::at(resource, backup::SOURCE_CLUSTER_ID, message).help(help));
    }
}
