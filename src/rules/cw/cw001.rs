//! ## What it checks
//! That `accessKeyId` and `secretAccessKey` are given and not blank.
//! ## Why
//! Both are optional for SDK and schema, because an update may leave them out. Without them the integration cannot be
//! made: the provider stops in the middle of the deployment.
//! ## Example
//! ```json
//! { "kind": "AWSCloudWatchLogsIntegration", "args": { "secretAccessKey": null } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "AWSCloudWatchLogsIntegration", "args": {
//!     "secretAccessKey": { "secret": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" }
//! } }
//! ```

use super::shared;
use crate::rules::context::Field;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "CW001",
    name: "missing-access-key",
    title: "A CloudWatch integration has an access key and its secret",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Apply,
    source: &[
        "EventStore/terraform-provider-eventstorecloud:esc/resource_integration_awscloudwatch_logs.go",
        "EventStore/terraform-provider-eventstorecloud:esc/resource_integration_awscloudwatch_metrics.go",
    ],
    since: "0.1.0",
    check: Check::Resource(shared::KINDS, check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for name in [shared::ACCESS_KEY_ID, shared::SECRET_ACCESS_KEY] {
        let Some(id) = shared::property(resource, name) else { continue };
        let fault = match cx.hidden(resource, id) {
            Field::Missing => "missing",
            Field::Known(hidden) if hidden.is_blank() => "blank",
            Field::Known(_) | Field::Unsettled => continue,
        };
        let message = format!("`{name}` is {fault}, and the integration cannot be made without it");
        let help = format!("add `{name}` as a secret, of an IAM user that may write to CloudWatch and nothing else");
        cx.report(Finding::at(resource, id, message).help(help));
    }
}
