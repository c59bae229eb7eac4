//! `namespace` must be one that CloudWatch accepts for custom metrics.
//!
//! ## Why
//! AWS reserves namespaces that begin with `AWS/` for its own services, and rejects custom metrics in them.
//! ## Example
//! ```json
//! { "kind": "AWSCloudWatchMetricsIntegration", "args": { "namespace": "AWS/KurrentDB" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "AWSCloudWatchMetricsIntegration", "args": { "namespace": "KurrentCloud" } }
//! ```

use crate::model::cloudwatch_metrics::NAMESPACE;
use crate::rules::prelude::*;
use crate::rules::shared::cloudwatch as shared;
use crate::value::identifier::is_metric_namespace;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::CLOUD_KNOWLEDGE, source::DOCS_INTEGRATIONS_CLOUDWATCH])
    .each_resource(&[KindId::AWSCloudWatchMetricsIntegration], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let required = "a namespace that CloudWatch accepts for custom metrics";
    if let Some((_, finding)) = shared::invalid(cx, resource, NAMESPACE, is_metric_namespace, required) {
        let help = format!("choose another namespace: {}", shared::shape(cx, shared::NAMESPACE_SHAPE));
        cx.report(finding.help(help));
    }
}
