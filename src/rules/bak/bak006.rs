//! ## What it checks
//! That the month of the schedule is `*`.
//! ## Why
//! The service reads nothing else there, so a job runs in all months or in none. The provider passes any text on, and
//! the deployment fails when the job is made.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 3 * 1 *" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 3 * * *" } }
//! ```

use super::shared::{only_wildcard, syntax};
use crate::rules::prelude::*;
use crate::schedule::Field;

pub(super) static RULE: Rule = Rule {
    code: "BAK006",
    name: "month-in-schedule",
    title: "The month of a schedule is a wildcard",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &["kurrent-io/documentation:docs/cloud/ops/jobs.md"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::ScheduledBackup], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(syntax) = syntax(cx, resource).filter(|syntax| syntax.month.part.is_none()) else { return };
    let otherwise = "write `*`: a job runs in every month";
    let finding = only_wildcard(cx, resource, &syntax, (Field::Month, syntax.month), otherwise);
    cx.report(finding);
}
