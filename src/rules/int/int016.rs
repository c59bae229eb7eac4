//! ## What it checks
//! That the description of an integration, of whatever kind, has at least one visible character.
//! ## Why
//! It is the only name that an integration has. An empty one is also left out of updates, so that the old one stays
//! although the program says otherwise.
//! ## Example
//! ```json
//! { "kind": "Integration", "args": { "description": "" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Integration", "args": { "description": "issues to Slack" } }
//! ```

use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "INT016",
    name: "blank-integration-description",
    title: "The description of an integration is not blank",
    severity: Severity::Warning,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Nobody,
    source: &["EventStore/terraform-provider-eventstorecloud:esc/resource_integration.go"],
    since: "0.1.0",
    check: Check::Resource(
        &[KindId::Integration, KindId::AWSCloudWatchLogsIntegration, KindId::AWSCloudWatchMetricsIntegration],
        check,
    ),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some((id, _)) = resource.kind.and_then(|kind| kind.property("description")) else { return };
    if cx.text(resource, id).known().is_some_and(|text| text.trim().is_empty()) {
        let help = "write what is sent where, such as `issues to Slack`";
        cx.report(Finding::at(resource, id, "the description of the integration is blank").help(help));
    }
}
