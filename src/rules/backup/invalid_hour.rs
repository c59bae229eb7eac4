//! The hour in `schedule` must be a number from 0 to 23, `*` or a step.
//!
//! ## Why
//! The service supports no lists, ranges or words, and midnight is hour 0, not 24. The provider does not validate the
//! schedule, so the deployment fails when the job is created.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 8-18 * * *" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 */6 * * *" } }
//! ```

use crate::model::scheduled_backup as backup;
use crate::rules::faults::backup::FieldFault;
use crate::rules::prelude::*;
use crate::rules::shared::backup::{invalid_field, runnable_alone};
use crate::schedule::Field;

pub const RULE: Rule =
    Rule::error(DetectedAt::Service).source(&[source::DOCS_OPS_JOBS]).on(&[FaultCheck::BackupHour(check)]);

fn check<'a>(cx: &mut Context<'a>, job: ScheduledBackup<'a>, fault: &'a FieldFault<'a>) {
    let Some(finding) = invalid_field(job, fault) else { return };
    if let Some(exchanged) = exchanged(cx, job, fault) {
        let help = |listed: &str| format!("use {listed}: minute and hour are swapped");
        cx.report(finding.suggest(backup::SCHEDULE, [exchanged.as_str()], help).set(backup::SCHEDULE, exchanged));
        return;
    }
    let max = Field::Hour.max().unwrap_or_default();
    cx.report(finding.help(format!(
        "use one number from 0 (midnight) to {max}, `*` for every hour, or a step such as `*/6`; for any other hours, \
         create one job for each"
    )));
}

/// The schedule with minute and hour exchanged, if each is a number that the other can be. The hour 24 is midnight.
fn exchanged<'a>(cx: &mut Context<'a>, job: ScheduledBackup<'a>, fault: &FieldFault<'_>) -> Option<String> {
    let minute = job.timing(cx).value.as_ref()?.syntax.field(Field::Minute);
    let [hour, minute] = [fault.written.text, minute.text].map(|text| text.parse::<u8>().ok());
    let is_swapped = hour.is_some_and(|hour| hour > 24) && minute.is_some_and(|minute| minute < 24);
    let timing = job.timing(cx).value.as_ref().filter(|_| is_swapped)?;
    let fields = [timing.syntax.hour.text, timing.syntax.minute.text, timing.syntax.day_of_month.text];
    let rest = [timing.syntax.month.text, timing.syntax.day_of_week.text];
    runnable_alone(cx, job, &[&fields[..], &rest[..]].concat().join(" "))
}
