//! `clusterIds` must list at least one cluster, and none of the ids may be blank.
//!
//! ## Why
//! An integration without a cluster has nothing to send. The SDK and the provider accept an empty list, so only the
//! service can reject it, during the deployment.
//! ## Example
//! ```json
//! { "kind": "AWSCloudWatchLogsIntegration", "args": { "clusterIds": [] } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "AWSCloudWatchLogsIntegration", "args": { "clusterIds": ["c2bq5k5o4t0gqrkt0050"] } }
//! ```

use crate::rules::prelude::*;
use crate::rules::shared::cloudwatch as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_INTEGRATION_AWSCLOUDWATCH_LOGS])
    .each_resource(shared::KINDS, check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some((id, clusters)) = shared::clusters(cx, resource) else { return };
    let help =
        "use the id of each cluster whose data is sent: `cluster.id` in a program, `{\"ref\": NAME}` in a document";
    if clusters.is_empty() {
        cx.report(Finding::at(resource, id, "`clusterIds` is empty, so there is nothing to send").help(help));
    }
    for path in clusters {
        if cx.text(resource, path).known().is_some_and(|text| text.trim().is_empty()) {
            cx.report(Finding::at(resource, path, "a cluster id in `clusterIds` is blank").help(help));
        }
    }
}
