//! `region` of a CloudWatch integration must be the region of its clusters.
//!
//! ## Why
//! AWS charges for data that leaves a region, and logs and metrics never stop. The documentation recommends staying in
//! one region.
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

pub const RULE: Rule = Rule::advice(DetectedAt::Undetected)
    .source(&[source::DOCS_INTEGRATIONS_CLOUDWATCH])
    .each_resource(shared::KINDS, check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(id) = shared::property(resource, shared::REGION) else { return };
    // Any other spelling has a rule of its own.
    let Some(region) = cx.text(resource, id).known().filter(|region| Cloud::Aws.spells(region)) else { return };
    let Some((_, clusters)) = shared::clusters(cx, resource) else { return };
    let mut elsewhere: Vec<(&Resource, String)> = Vec::new();
    for path in clusters {
        let Some(cluster) = cx.follow(resource, path).known() else { continue };
        let Some(other) = shared::aws_region(cx, cluster) else { continue };
        if other != region {
            elsewhere.push((cluster, other));
        }
    }
    let Some((first, other)) = elsewhere.first() else { return };
    let message =
        format!("`region` is {}, but the cluster {} is in {}", quoted(region), quoted(&first.name), quoted(other));
    let finding = Finding::at(resource, id, message).suggest(id, [other.as_str()], |listed| {
        format!("use {listed} for that cluster; for clusters in several regions, create an integration for each region")
    });
    cx.report(elsewhere.iter().fold(finding, |finding, (cluster, _)| finding.related(cluster)));
}
