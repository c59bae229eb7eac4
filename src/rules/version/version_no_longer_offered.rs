//! `serverVersion` must be a release line that the service still creates clusters from.
//!
//! ## Why
//! Lines older than 22.10, and the line 23.6, are no longer offered. The provider does not check the version, so the
//! deployment fails when the cluster is created.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "20.10" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "26.0" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::faults::cluster::{Release, SupportFault};
use crate::rules::prelude::*;
use crate::rules::shared::version as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .for_new_or_changed()
    .source(&[source::PROVIDER_PROVIDER, source::SERVER_DOCS_RELEASE_SCHEDULE_PREVIOUS_VERSIONS])
    .on(&[FaultCheck::ClusterSupport(check)]);

fn check<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &SupportFault<'a>) {
    let SupportFault::NotOffered(Release { written, line }) = *fault else { return };
    let catalogue = cx.catalogue();
    let ended = catalogue
        .server_line(line)
        .filter(|row| row.supported_until.is_some())
        .map_or(String::new(), |row| format!("; its support ended in {}", row.support_note));
    let finding = shared::finding(db.resource, format!("release line {} is no longer offered{ended}", quoted(written)));
    let finding = shared::suggest_recommended(cx, finding, db, |recommended| format!("use {recommended}"));
    let finding = match shared::recommended(cx, db) {
        Some(row) => finding.set(cluster::SERVER_VERSION, row.line.as_str()),
        None => finding,
    };
    cx.report(finding);
}
