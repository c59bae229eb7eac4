//! The month in `schedule` must be `*`.
//!
//! ## Why
//! The service supports nothing else there, so a job cannot skip a month. The provider does not validate the schedule,
//! so the deployment fails when the job is created.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 3 * 1 *" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 3 * * *" } }
//! ```

use crate::rules::faults::backup::FieldFault;
use crate::rules::prelude::*;
use crate::rules::shared::backup::not_a_wildcard;

pub const RULE: Rule =
    Rule::error(DetectedAt::Service).source(&[source::DOCS_OPS_JOBS]).on(&[FaultCheck::BackupMonth(check)]);

fn check<'a>(cx: &mut Context<'a>, job: ScheduledBackup<'a>, fault: &'a FieldFault<'a>) {
    let words = ", which runs in every month";
    if let Some(finding) = not_a_wildcard(cx, job, fault, words) {
        cx.report(finding);
    }
}
