//! The day of month in `schedule` must be `*`.
//!
//! ## Why
//! The service supports nothing else there, so a job cannot run once a month. The provider does not validate the
//! schedule, so the deployment fails when the job is created.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 3 1 * *" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 3 * * 0" } }
//! ```

use crate::rules::faults::backup::FieldFault;
use crate::rules::prelude::*;
use crate::rules::shared::backup::not_a_wildcard;

pub const RULE: Rule =
    Rule::error(DetectedAt::Service).source(&[source::DOCS_OPS_JOBS]).on(&[FaultCheck::BackupDayOfMonth(check)]);

fn check<'a>(cx: &mut Context<'a>, job: ScheduledBackup<'a>, fault: &'a FieldFault<'a>) {
    let words = "; a job runs every day or on one day of the week, not once a month";
    if let Some(finding) = not_a_wildcard(cx, job, fault, words) {
        cx.report(finding);
    }
}
