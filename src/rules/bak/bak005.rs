//! ## What it checks
//! That the day of month of the schedule is `*`.
//! ## Why
//! The service reads nothing else there, so a job cannot run once a month. The provider passes any text on, and the
//! deployment fails when the job is made.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 3 1 * *" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 3 * * 0" } }
//! ```

use super::shared::{only_wildcard, syntax};
use crate::rules::prelude::*;
use crate::schedule::Field;

pub(super) static RULE: Rule = Rule {
    code: "BAK005",
    name: "day-of-month-in-schedule",
    title: "The day of month of a schedule is a wildcard",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &["kurrent-io/documentation:docs/cloud/ops/jobs.md"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::ScheduledBackup], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(syntax) = syntax(cx, resource).filter(|syntax| syntax.day_of_month.part.is_none()) else { return };
    let otherwise = "write `*`; to run less often than daily give a day of the week, for \
         example `0 3 * * 0` for Sundays at 03:00: once a month is not possible";
    let finding = only_wildcard(cx, resource, &syntax, (Field::DayOfMonth, syntax.day_of_month), otherwise);
    cx.report(finding);
}
