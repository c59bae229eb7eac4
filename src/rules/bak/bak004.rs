//! ## What it checks
//! That the hour of the schedule is in the subset of cron that the service reads: `*`, one number or a step.
//! ## Why
//! The service knows no lists, ranges or words, and midnight is hour 0, not 24. The provider passes any text on, so the
//! deployment fails when the job is made.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 8-18 * * *" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 */6 * * *" } }
//! ```

use super::shared::{syntax, wrong_field};
use crate::rules::prelude::*;
use crate::schedule::Field;

pub(super) static RULE: Rule = Rule {
    code: "BAK004",
    name: "malformed-hour",
    title: "The hour of a schedule is one number, a wildcard or a step",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &["kurrent-io/documentation:docs/cloud/ops/jobs.md"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::ScheduledBackup], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(syntax) = syntax(cx, resource).filter(|syntax| syntax.hour.part.is_none()) else { return };
    let last = Field::Hour.largest().unwrap_or_default();
    let help = format!(
        "write one number from 0 (midnight) to {last}, `*` for every hour, or \
         a step such as `*/6`; for other hours take one job for each"
    );
    cx.report(wrong_field(resource, Field::Hour, syntax.hour).help(help));
}
