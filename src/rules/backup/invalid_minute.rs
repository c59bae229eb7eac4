//! The minute in `schedule` must be a number from 0 to 59, `*` or a step.
//!
//! ## Why
//! The service supports no lists, ranges or words. The provider does not validate the schedule, so the deployment fails
//! when the job is created. Of the supported forms, only a number suits a backup: with `*` or a step, backups start too
//! often.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0,30 2 * * *" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "30 2 * * *" } }
//! ```

use crate::rules::faults::backup::FieldFault;
use crate::rules::prelude::*;
use crate::rules::shared::backup::invalid_field;
use crate::schedule::Field;

pub const RULE: Rule =
    Rule::error(DetectedAt::Service).source(&[source::DOCS_OPS_JOBS]).on(&[FaultCheck::BackupMinute(check)]);

fn check<'a>(cx: &mut Context<'a>, job: ScheduledBackup<'a>, fault: &'a FieldFault<'a>) {
    let Some(finding) = invalid_field(job, fault) else { return };
    let max = Field::Minute.max().unwrap_or_default();
    cx.report(finding.help(format!("use one number from 0 to {max}, the minute at which each run starts")));
}
