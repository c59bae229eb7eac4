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
use crate::rules::faults::cloudwatch::NotAccepted;
use crate::rules::prelude::*;
use crate::rules::shared::cloudwatch as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::CLOUD_KNOWLEDGE, source::DOCS_INTEGRATIONS_CLOUDWATCH])
    .on(&[FaultCheck::CloudWatchNamespace(check)])
    .of(&[KindId::AWSCloudWatchMetricsIntegration]);

fn check<'a>(cx: &mut Context<'a>, watch: CloudWatch<'a>, fault: &NotAccepted<'a>) {
    let required = "a namespace that CloudWatch accepts for custom metrics";
    let help = format!("choose another namespace: {}", shared::shape(cx, shared::NAMESPACE_SHAPE));
    cx.report(shared::not_accepted(watch, NAMESPACE, fault, required).help(help));
}
