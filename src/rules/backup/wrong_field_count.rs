//! `schedule` must have five fields separated by single spaces: minute, hour, day of month, month and day of week.
//!
//! ## Why
//! The service reads exactly these five fields: no seconds, no year. The provider does not validate the schedule, so
//! the deployment fails when the job is created.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 12 * *" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 12 * * *" } }
//! ```

use crate::model::scheduled_backup as backup;
use crate::rules::faults::backup::NotFiveFields;
use crate::rules::prelude::*;
use crate::rules::readings::backup::runnable;
use crate::rules::shared::backup::runnable_alone;
use crate::schedule::SyntaxError;

pub const RULE: Rule =
    Rule::error(DetectedAt::Service).source(&[source::DOCS_OPS_JOBS]).on(&[FaultCheck::BackupTiming(check)]);

fn check<'a>(cx: &mut Context<'a>, job: ScheduledBackup<'a>, NotFiveFields(written, error): &'a NotFiveFields<'a>) {
    let at_schedule = |message: String| Finding::at(job.resource, backup::SCHEDULE, message);
    let finding = match error {
        SyntaxError::Macro => return,
        SyntaxError::FieldCount(count) => {
            let message = match count {
                0 => "`schedule` is blank".to_string(),
                _ => format!("the schedule {} {error}", quoted(written)),
            };
            let finding = at_schedule(message);
            let description = job.description(cx).value.filter(|_| !written.trim().is_empty());
            if let Some(schedule) = description.and_then(|description| runnable_alone(cx, job, description)) {
                let finding = finding.swapped("schedule", "description");
                cx.report(finding.set(backup::SCHEDULE, schedule).set(backup::DESCRIPTION, *written));
                return;
            }
            finding.help(
                "use minute, hour, `*`, `*` and day of week, without seconds or year; for example, `0 2 * * *` runs \
                 every day at 02:00 and `0 2 * * 0` every Sunday",
            )
        }
        SyntaxError::Spacing => {
            let finding = at_schedule(format!(
                "the fields of the schedule {} must be separated by single spaces",
                quoted(written)
            ));
            let spaced = job.timing(cx).value.as_ref().map(|timing| timing.syntax.text());
            match spaced.filter(|spaced| runnable(spaced, cx.catalogue()).is_some()) {
                Some(spaced) => finding
                    .suggest(backup::SCHEDULE, [spaced.as_str()], |listed| format!("use {listed}"))
                    .set(backup::SCHEDULE, spaced),
                None => finding.help("use one space between two fields, and none before the first or after the last"),
            }
        }
    };
    cx.report(finding);
}
