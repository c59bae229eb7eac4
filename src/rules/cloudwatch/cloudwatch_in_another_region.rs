//! A CloudWatch integration sends to the region of its clusters.
//!
//! ## Why
//! AWS charges for what leaves a region, and logs and metrics never stop. The documentation advises to stay in one
//! region.
//! ## Example
//! ```json
//! { "resources": [
//!     { "kind": "Network", "name": "net", "args": { "resourceProvider": "aws", "region": "eu-west-1" } },
//!     { "kind": "ManagedCluster", "name": "db", "args": { "networkId": { "ref": "net" } } },
//!     { "kind": "AWSCloudWatchLogsIntegration", "name": "logs", "args": {
//!         "clusterIds": [{ "ref": "db" }], "region": "us-east-1"
//!     } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "resources": [
//!     { "kind": "Network", "name": "net", "args": { "resourceProvider": "aws", "region": "eu-west-1" } },
//!     { "kind": "ManagedCluster", "name": "db", "args": { "networkId": { "ref": "net" } } },
//!     { "kind": "AWSCloudWatchLogsIntegration", "name": "logs", "args": {
//!         "clusterIds": [{ "ref": "db" }], "region": "eu-west-1"
//!     } }
//! ] }
//! ```

use crate::rules::prelude::*;
use crate::rules::shared::cloudwatch as shared;

pub(super) const RULE: Rule =
    Rule::advice().source(&[source::DOCS_INTEGRATIONS_CLOUDWATCH]).each_resource(shared::KINDS, check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(id) = shared::property(resource, shared::REGION) else { return };
    // Any other spelling is CW003's.
    let Some(region) = cx.text(resource, id).known().filter(|region| Cloud::Aws.spells(region)) else { return };
    let Some(ids) = shared::property(resource, shared::CLUSTER_IDS) else { return };
    let Some(clusters) = cx.items(resource, ids).known() else { return };
    let mut elsewhere: Vec<(&Resource, String)> = Vec::new();
    for place in clusters {
        let Some(cluster) = cx.follow(resource, place).known() else { continue };
        let Some(other) = shared::aws_region(cx, cluster) else { continue };
        if other != region {
            elsewhere.push((cluster, other));
        }
    }
    let Some((first, other)) = elsewhere.first() else { return };
    let message = format!(
        "{} is another region than that of the cluster {}, {}",
        quoted(region),
        quoted(&first.name),
        quoted(other)
    );
    let help =
        format!("send to {} for that cluster; clusters of several regions take an integration for each", quoted(other));
    let finding = Finding::at(resource, id, message).help(help);
    cx.report(elsewhere.iter().fold(finding, |finding, (cluster, _)| finding.related(cluster)));
}
