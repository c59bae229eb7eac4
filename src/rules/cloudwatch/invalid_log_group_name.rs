//! `groupName` must be a valid name for a CloudWatch log group.
//!
//! ## Why
//! CloudWatch accepts only letters, digits and a few other characters in these names. The integration does not create
//! the log group: it must already exist, and no group can have an invalid name.
//! ## Example
//! ```json
//! { "kind": "AWSCloudWatchLogsIntegration", "args": { "groupName": "my logs" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "AWSCloudWatchLogsIntegration", "args": { "groupName": "EventStoreLogs-Prod" } }
//! ```

use crate::model::cloudwatch_logs::GROUP_NAME;
use crate::rules::prelude::*;
use crate::rules::shared::cloudwatch as shared;
use crate::value::identifier::is_log_group;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::CLOUD_KNOWLEDGE, source::DOCS_INTEGRATIONS_CLOUDWATCH])
    .each_resource(&[KindId::AWSCloudWatchLogsIntegration], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let invalid = shared::invalid(cx, resource, GROUP_NAME, is_log_group, "a valid name for a log group");
    let Some((written, finding)) = invalid else { return };
    cx.report(match written.trim() {
        meant if is_log_group(meant) => {
            finding.suggest(GROUP_NAME, [meant], |listed| format!("use {listed}")).set(GROUP_NAME, meant)
        }
        _ => {
            finding.help(format!("use the name of a group that exists: {}", shared::shape(cx, shared::LOG_GROUP_SHAPE)))
        }
    });
}
