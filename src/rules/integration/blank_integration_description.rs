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

use crate::model::integration;
use crate::rules::faults::text::Absent;
use crate::rules::prelude::*;
use crate::rules::shared::cloudwatch::{DESCRIPTION, property};

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .source(&[source::PROVIDER_INTEGRATION])
    .of(&[KindId::Integration, KindId::AWSCloudWatchLogsIntegration, KindId::AWSCloudWatchMetricsIntegration])
    .on(&[FaultCheck::IntegrationDescription(check), FaultCheck::CloudWatchDescription(check_watch)]);

fn check<'a>(cx: &mut Context<'a>, sent: Integration<'a>, fault: &Absent) {
    report(cx, sent.resource, integration::DESCRIPTION, *fault);
}

fn check_watch<'a>(cx: &mut Context<'a>, watch: CloudWatch<'a>, fault: &Absent) {
    let Some(id) = property(watch.resource, DESCRIPTION) else { return };
    report(cx, watch.resource, id, *fault);
}

fn report<'a>(cx: &mut Context<'a>, resource: &'a Resource, id: PropertyId, fault: Absent) {
    let Absent::Blank = fault else { return };
    let help = "use a few words that say what is sent where, such as `issues to Slack`";
    cx.report(Finding::at(resource, id, "the `description` of the integration is blank").help(help));
}
