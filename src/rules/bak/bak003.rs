//! ## What it checks
//! That the minute of the schedule is in the subset of cron that the service reads: `*`, one number or a step.
//! ## Why
//! The service knows no lists, ranges or words. The provider passes them on, so the deployment fails when the job is
//! made. Of what the subset has, only one number fits a backup: `*` and steps make it run too often.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0,30 2 * * *" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "30 2 * * *" } }
//! ```

use super::shared::{syntax, wrong_field};
use crate::rules::prelude::*;
use crate::schedule::Field;

pub(super) static RULE: Rule = Rule {
    code: "BAK003",
    name: "malformed-minute",
    title: "The minute of a schedule is one number, a wildcard or a step",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &["kurrent-io/documentation:docs/cloud/ops/jobs.md"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::ScheduledBackup], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(syntax) = syntax(cx, resource).filter(|syntax| syntax.minute.part.is_none()) else { return };
    let help = format!(
        "write one number from 0 to {}, the minute at which each run starts",
        Field::Minute.largest().unwrap_or_default()
    );
    cx.report(wrong_field(resource, Field::Minute, syntax.minute).help(help));
}
