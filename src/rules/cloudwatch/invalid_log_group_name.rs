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
use crate::rules::faults::cloudwatch::NotAccepted;
use crate::rules::prelude::*;
use crate::rules::shared::cloudwatch as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::CLOUD_KNOWLEDGE, source::DOCS_INTEGRATIONS_CLOUDWATCH])
    .on(&[FaultCheck::CloudWatchGroup(check)])
    .of(&[KindId::AWSCloudWatchLogsIntegration]);

fn check<'a>(cx: &mut Context<'a>, watch: CloudWatch<'a>, fault: &NotAccepted<'a>) {
    let finding = shared::not_accepted(watch, GROUP_NAME, fault, "a valid name for a log group");
    cx.report(match fault.meant {
        Some(meant) => finding.use_value(GROUP_NAME, meant),
        None => {
            finding.help(format!("use the name of a group that exists: {}", shared::shape(cx, shared::LOG_GROUP_SHAPE)))
        }
    });
}
