//! ## What it checks
//! Whether the program has a CloudWatch integration.
//! ## Why
//! They are a closed beta: support enables them for an organisation first. The service does not try the access key out
//! either, so an integration that has been made may still send nothing.
//! ## Example
//! ```json
//! { "kind": "AWSCloudWatchLogsIntegration" }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Integration" }
//! ```

use super::shared;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "CW010",
    name: "closed-beta",
    title: "A CloudWatch integration is enabled for the organisation",
    severity: Severity::Info,
    confidence: Confidence::High,
    profile: Profile::Advice,
    caught_today: CaughtToday::Api,
    source: &[
        "kurrent-io/documentation:docs/cloud/integrations/cloudwatch.md",
        "EventStore/terraform-provider-eventstorecloud:docs/resources/integration_awscloudwatch_logs.md",
    ],
    since: "0.1.0",
    check: Check::Resource(shared::KINDS, check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let message = "integrations with CloudWatch are a closed beta, which support has to enable for an organisation";
    let help =
        "ask support before you deploy it, and look afterwards whether data arrives: nobody tries the access key out";
    cx.report(Finding::on(resource, "", message).help(help));
}
