//! `schedule` must be written as five fields, not as a macro such as `@daily`.
//!
//! ## Why
//! The service supports a subset of cron that has no macros. The provider does not validate the schedule, so the
//! deployment fails when the job is created.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "@daily" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 0 * * *" } }
//! ```

use crate::model::scheduled_backup as backup;
use crate::rules::faults::backup::{NotFiveFields, Timing};
use crate::rules::prelude::*;
use crate::schedule::SyntaxError;

pub const RULE: Rule =
    Rule::error(DetectedAt::Service).source(&[source::DOCS_OPS_JOBS]).on(&[FaultCheck::BackupTiming(check)]);

fn check<'a>(cx: &mut Context<'a>, job: ScheduledBackup<'a>, NotFiveFields(written, error): &'a NotFiveFields<'a>) {
    let SyntaxError::Macro = error else { return };
    let message = format!("the schedule {} is a macro, which is not supported", quoted(written));
    let finding = Finding::at(job.resource, backup::SCHEDULE, message);
    let meant = &job.timing(cx).value;
    cx.report(match meant {
        Some(Timing { syntax, schedule, .. }) => {
            let words = schedule.as_ref().map_or(String::new(), |schedule| format!(" ({})", schedule.describe()));
            let fields = syntax.text();
            finding
                .suggest(backup::SCHEDULE, [fields.as_str()], |listed| format!("use {listed}{words}"))
                .set(backup::SCHEDULE, fields)
        }
        None => finding.help(
            "use five fields: minute, hour, `*`, `*` and day of week; for example, `0 2 * * 0` runs every Sunday at \
             02:00",
        ),
    });
}
