//! The namespace of the metrics is one that CloudWatch takes.
//!
//! ## Why
//! AWS keeps what begins with `AWS/` for its own services, and refuses metrics of others there.
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

pub(super) const RULE: Rule = Rule::error()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Service)
    .source(&[source::CLOUD_KNOWLEDGE, source::DOCS_INTEGRATIONS_CLOUDWATCH])
    .each_resource(&[KindId::AWSCloudWatchMetricsIntegration], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(written) = cx.text(resource, NAMESPACE).known() else { return };
    if is_metric_namespace(written) {
        return;
    }
    let message = match written.trim() {
        "" => "the namespace is blank".to_string(),
        _ => format!("{} is no namespace that you can have in CloudWatch", quoted(written)),
    };
    let help = format!("choose one of your own: {}", shared::shape(cx, shared::NAMESPACE_SHAPE));
    cx.report(Finding::at(resource, NAMESPACE, message).help(help));
}
