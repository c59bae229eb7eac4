//! ## What it checks
//! That the organisation is given: in an explicit provider, in the configuration of the stack or in the environment
//! (`configuration` and `environmentVariables` of a document).
//! ## Why
//! The provider takes an empty organisation without a word. The first call of the API then fails, in the middle of a
//! deployment.
//! ## Example
//! ```json
//! { "configuration": { "eventstorecloud:token": { "secret": true } }, "environmentVariables": {}, "resources": [] }
//! ```
//! ## Use instead
//! ```json
//! { "configuration": { "eventstorecloud:token": { "secret": true }, "eventstorecloud:organizationId": "bt77lfqrh41uaatmh200" }, "environmentVariables": {}, "resources": [] }
//! ```

use super::shared;
use crate::model::provider;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "PRV003",
    name: "missing-organization",
    title: "The provider knows its organisation",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Apply,
    source: &[
        "EventStore/terraform-provider-eventstorecloud:esc/provider.go",
        "kurrent-io/documentation:docs/cloud/automation/terraform.md",
    ],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Provider], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let id = provider::ORGANIZATION_ID;
    let is_absent = match cx.text(resource, id) {
        Field::Known(text) => text.trim().is_empty(),
        // That an explicit provider lacks it is PRV009's.
        Field::Missing => shared::is_only_configuration(cx, resource),
        Field::Unsettled => false,
    };
    if is_absent {
        let help = shared::where_to_set(cx, "organizationId");
        cx.report(Finding::at(resource, id, "the organisation is not given").help(help));
    }
}
