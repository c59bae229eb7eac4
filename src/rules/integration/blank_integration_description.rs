//! The `description` of an integration must not be blank.
//!
//! ## Why
//! It is the only name that an integration has. The provider also leaves an empty description out of updates, so the
//! old one stays although the program says otherwise.
//! ## Example
//! ```json
//! { "kind": "Integration", "args": { "description": "" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Integration", "args": { "description": "issues to Slack" } }
//! ```

use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected).source(&[source::PROVIDER_INTEGRATION]).each_resource(
    &[KindId::Integration, KindId::AWSCloudWatchLogsIntegration, KindId::AWSCloudWatchMetricsIntegration],
    check,
);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some((id, _)) = resource.kind.and_then(|kind| kind.property("description")) else { return };
    if cx.text(resource, id).known().is_some_and(|text| text.trim().is_empty()) {
        let help = "use a few words that say what is sent where, such as `issues to Slack`";
        cx.report(Finding::at(resource, id, "the `description` of the integration is blank").help(help));
    }
}
