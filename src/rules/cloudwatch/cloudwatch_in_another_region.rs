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

use crate::rules::faults::region::Code;
use crate::rules::prelude::*;
use crate::rules::shared::cloudwatch as shared;

pub const RULE: Rule = Rule::advice(DetectedAt::Undetected)
    .source(&[source::DOCS_INTEGRATIONS_CLOUDWATCH])
    .each_resource(CloudWatch::KINDS, check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(id) = shared::property(resource, shared::REGION) else { return };
    let Some(watch) = CloudWatch::of(cx, resource) else { return };
    let Some(region) = &watch.region(cx).value else { return };
    if cx.is_reported(resource, About::CloudWatchRegion) {
        return;
    }
    let mut elsewhere: Vec<(&Resource, Code<'_>)> = Vec::new();
    for path in watch.clusters(cx).values().copied() {
        let Some(cluster) = cx.follow(resource, path).known() else { continue };
        let Some(other) = shared::aws_region(cx, cluster).filter(|other| other.code != region.code) else { continue };
        elsewhere.push((cluster, other));
    }
    let Some((first, other)) = elsewhere.first() else { return };
    let (written, name) = (quoted(region.written), quoted(&first.name));
    let message = format!("`region` is {written}, but the cluster {name} is in {}", quoted(&other.code));
    let finding = Finding::at(resource, id, message).suggest(id, [other.code.as_ref()], |listed| {
        format!("use {listed} for that cluster; for clusters in several regions, create an integration for each region")
    });
    cx.report(elsewhere.iter().fold(finding, |finding, (cluster, _)| finding.related(cluster)));
}
