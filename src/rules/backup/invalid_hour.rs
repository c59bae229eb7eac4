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

use crate::rules::faults::backup::FieldFault;
use crate::rules::prelude::*;
use crate::rules::shared::backup::invalid_field;
use crate::schedule::Field;

pub const RULE: Rule =
    Rule::error(DetectedAt::Service).source(&[source::DOCS_OPS_JOBS]).on(&[FaultCheck::BackupHour(check)]);

fn check<'a>(cx: &mut Context<'a>, job: ScheduledBackup<'a>, fault: &'a FieldFault<'a>) {
    let Some(finding) = invalid_field(job, fault) else { return };
    let max = Field::Hour.max().unwrap_or_default();
    cx.report(finding.help(format!(
        "use one number from 0 (midnight) to {max}, `*` for every hour, or a step such as `*/6`; for any other hours, \
         create one job for each"
    )));
}
