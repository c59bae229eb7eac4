//! A backup job must not run more often than once an hour.
//!
//! ## Why
//! Scheduled backups must be at least 60 minutes apart. With `*` or `*/15` as the minute, several start within an
//! hour, and the service rejects the job when it is created.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "*/15 * * * *" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 */1 * * *" } }
//! ```

use crate::model::scheduled_backup as backup;
use crate::rules::faults::backup::{FieldFault, InField};
use crate::rules::prelude::*;
use crate::rules::readings::backup::runnable;
use crate::rules::shared::backup::{fix_field, with_field};
use crate::schedule::{Field, duration};

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::DOCS_OPS_JOBS, source::DOCS_OPS_BACKUPS])
    .on(&[FaultCheck::BackupMinute(check)]);

fn check<'a>(cx: &mut Context<'a>, job: ScheduledBackup<'a>, fault: &'a FieldFault<'a>) {
    let InField::TooFrequent(gap, min) = fault.fault else { return };
    let Some(timing) = &job.timing(cx).value else { return };
    let message = format!(
        "the schedule {} starts backups {} apart; the minimum is {}",
        quoted(timing.written),
        duration(gap),
        duration(min)
    );
    let finding = Finding::at(job.resource, backup::SCHEDULE, message);
    let max = Field::Minute.max().unwrap_or_default();
    // The first that starts at another time than the other jobs of the cluster.
    let slower = ["0", "30", "15", "45"].into_iter().find_map(|minute| {
        let schedule = with_field(cx, job, Field::Minute, minute)?;
        Some((minute, runnable(&schedule, cx.catalogue())?))
    });
    let finding = match slower {
        Some((minute, slower)) => {
            let words = format!(" ({}), or another number as the minute", slower.describe());
            fix_field(cx, finding, job, Field::Minute, minute, &words)
        }
        None => finding.help(format!("use one number from 0 to {max} as the minute")),
    };
    cx.report(finding);
}
