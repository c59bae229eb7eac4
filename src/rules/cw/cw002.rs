//! ## What it checks
//! That `clusterIds` has at least one id, and no blank one.
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

use super::shared;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "CW002",
    name: "no-clusters",
    title: "A CloudWatch integration has clusters, each by its id",
    severity: Severity::Error,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &["EventStore/terraform-provider-eventstorecloud:esc/resource_integration_awscloudwatch_logs.go"],
    since: "0.1.0",
    check: Check::Resource(shared::KINDS, check),
};

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
