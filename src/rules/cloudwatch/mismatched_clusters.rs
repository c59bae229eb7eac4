//! The clusters of a CloudWatch integration are of its project, each listed once.
//!
//! ## Why
//! An integration belongs to one project, and the service looks its clusters up there. One that is listed twice is sent
//! once at best.
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
use crate::rules::shared::cloudwatch as shared;
use crate::rules::shared::projects::mismatch;

pub(super) const RULE: Rule = Rule::warning()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Service)
    .source(&[source::PROVIDER_CLIENT_INTEGRATION_CREATE, source::INFERENCE])
    .each_resource(shared::KINDS, check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(id) = shared::property(resource, shared::CLUSTER_IDS) else { return };
    let Some(clusters) = cx.items(resource, id).known() else { return };
    let mut first_of: BTreeMap<Identity<'_>, PropertyPath<'_>> = BTreeMap::new();
    for place in clusters {
        let Some(cluster) = cx.identity(resource, place).filter(|cluster| !cluster.is_blank()) else { continue };
        if let Some(first) = first_of.get(&cluster) {
            let message = format!("the cluster {} is listed already", quoted(cluster.text()));
            let finding = Finding::at(resource, place, message).help("list each cluster once");
            cx.report(finding.related_at(resource, *first));
            continue;
        }
        first_of.insert(cluster, place);
        let Some(other) = cx.follow(resource, place).known() else { continue };
        if let Some(finding) = mismatch(cx, resource, place, other) {
            cx.report(finding);
        }
    }
}
