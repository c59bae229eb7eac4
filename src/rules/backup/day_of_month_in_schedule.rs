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

use crate::rules::prelude::*;
use crate::rules::shared::backup::not_a_wildcard;
use crate::schedule::Field;

pub const RULE: Rule =
    Rule::error(DetectedAt::Service).source(&[source::DOCS_OPS_JOBS]).each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let words = ", or set a day of week as well to run only once a week; a job cannot run once a month";
    if let Some(finding) = not_a_wildcard(cx, resource, Field::DayOfMonth, words) {
        cx.report(finding);
    }
}
