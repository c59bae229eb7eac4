//! A CloudWatch integration has clusters, each by its id.
//!
//! ## Why
//! An integration without a cluster has nothing to send. SDK and provider take an empty list nonetheless.
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

pub(super) const RULE: Rule = Rule::error()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Service)
    .source(&[source::PROVIDER_INTEGRATION_AWSCLOUDWATCH_LOGS])
    .each_resource(shared::KINDS, check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(id) = shared::property(resource, shared::CLUSTER_IDS) else { return };
    let Some(clusters) = cx.items(resource, id).known() else { return };
    let help = "list the clusters that it is for: `cluster.id` in a program, `{\"ref\": NAME}` in a document";
    let mut is_empty = true;
    for place in clusters {
        is_empty = false;
        if cx.text(resource, place).known().is_some_and(|text| text.trim().is_empty()) {
            cx.report(Finding::at(resource, place, "the id of the cluster is blank").help(help));
        }
    }
    if is_empty {
        cx.report(Finding::at(resource, id, "no cluster is listed, so there is nothing to send").help(help));
    }
}
