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

use crate::rules::faults::cloudwatch::BlankId;
use crate::rules::faults::list::NoItems;
use crate::rules::prelude::*;
use crate::rules::shared::cloudwatch as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_INTEGRATION_AWSCLOUDWATCH_LOGS])
    .on(&[FaultCheck::CloudWatchClusterCount(check_count), FaultCheck::CloudWatchClusters(check)]);

const HELP: &str =
    "use the id of each cluster whose data is sent: `cluster.id` in a program, `{\"ref\": NAME}` in a document";

fn check_count<'a>(cx: &mut Context<'a>, watch: CloudWatch<'a>, NoItems: &NoItems) {
    let Some(id) = shared::property(watch.resource, shared::CLUSTER_IDS) else { return };
    let message = "`clusterIds` is empty, so there is nothing to send";
    cx.report(Finding::at(watch.resource, id, message).help(HELP));
}

fn check<'a>(cx: &mut Context<'a>, watch: CloudWatch<'a>, BlankId(path): &BlankId<'a>) {
    cx.report(Finding::at(watch.resource, *path, "a cluster id in `clusterIds` is blank").help(HELP));
}
