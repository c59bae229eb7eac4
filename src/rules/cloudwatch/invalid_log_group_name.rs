//! The log group has a name that CloudWatch takes.
//!
//! ## Why
//! CloudWatch takes few characters in such names. The integration does not make the group either: it must be there
//! already, and a group of such a name cannot be.
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

pub(super) const RULE: Rule = Rule::error()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Service)
    .source(&[source::CLOUD_KNOWLEDGE, source::DOCS_INTEGRATIONS_CLOUDWATCH])
    .each_resource(&[KindId::AWSCloudWatchLogsIntegration], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(written) = cx.text(resource, GROUP_NAME).known() else { return };
    if is_log_group(written) {
        return;
    }
    let message = match written.trim() {
        "" => "the name of the log group is blank".to_string(),
        _ => format!("{} is no name of a log group", quoted(written)),
    };
    let help = format!("give the name of a group that exists: {}", shared::shape(cx, shared::LOG_GROUP_SHAPE));
    let finding = Finding::at(resource, GROUP_NAME, message);
    cx.report(match written.trim() {
        meant if is_log_group(meant) => finding.help(format!("write {}", quoted(meant))).set(GROUP_NAME, meant),
        _ => finding.help(help),
    });
}
