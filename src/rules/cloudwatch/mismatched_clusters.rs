//! `clusterIds` must list each cluster once, and only clusters in the project of the integration.
//!
//! ## Why
//! An integration belongs to one project, and the service looks for its clusters only there. If a cluster is listed
//! twice, its data is sent once at best.
//! ## Example
//! ```json
//! { "kind": "AWSCloudWatchLogsIntegration", "args": { "clusterIds": ["c2bq5k5o4t0gqrkt0050", "c2bq5k5o4t0gqrkt0050"] } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "AWSCloudWatchLogsIntegration", "args": { "clusterIds": ["c2bq5k5o4t0gqrkt0050", "c2bq5k5o4t0gqrkt0051"] } }
//! ```

use std::collections::BTreeMap;

use crate::rules::prelude::*;
use crate::rules::shared::projects::mismatch;

pub const RULE: Rule = Rule::warning(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_CLIENT_INTEGRATION_CREATE, source::INFERENCE])
    .each_resource(CloudWatch::KINDS, check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(watch) = CloudWatch::of(cx, resource) else { return };
    let mut first_of: BTreeMap<Identity<'_>, PropertyPath<'_>> = BTreeMap::new();
    for path in watch.clusters(cx).values().copied() {
        let Some(cluster) = cx.identity(resource, path) else { continue };
        if let Some(first) = first_of.get(&cluster) {
            let message = format!("`clusterIds` lists the cluster {} more than once", quoted(cluster.text()));
            let finding = Finding::at(resource, path, message).help("remove the repeated id");
            cx.report(finding.related_at(resource, *first));
            continue;
        }
        first_of.insert(cluster, path);
        let Some(other) = cx.follow(resource, path).known() else { continue };
        if let Some(finding) = mismatch(cx, resource, path, other) {
            cx.report(finding);
        }
    }
}
