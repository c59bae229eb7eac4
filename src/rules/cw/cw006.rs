//! ## What it checks
//! That `namespace` can be a namespace of one's own in CloudWatch.
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

use super::shared;
use crate::model::cloudwatch_metrics::NAMESPACE;
use crate::rules::prelude::*;
use crate::value::identifier::is_metric_namespace;

pub(super) static RULE: Rule = Rule {
    code: "CW006",
    name: "bad-metric-namespace",
    title: "The namespace of the metrics is one that CloudWatch takes",
    severity: Severity::Error,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &["general cloud knowledge", "kurrent-io/documentation:docs/cloud/integrations/cloudwatch.md"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::AWSCloudWatchMetricsIntegration], check),
};

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
