//! ## What it checks
//! That `groupName` can be the name of a log group in CloudWatch.
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

use super::shared;
use crate::model::cloudwatch_logs::GROUP_NAME;
use crate::rules::prelude::*;
use crate::value::identifier::is_log_group;

pub(super) static RULE: Rule = Rule {
    code: "CW005",
    name: "bad-log-group-name",
    title: "The log group has a name that CloudWatch takes",
    severity: Severity::Error,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &["general cloud knowledge", "kurrent-io/documentation:docs/cloud/integrations/cloudwatch.md"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::AWSCloudWatchLogsIntegration], check),
};

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
