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

use crate::rules::prelude::*;
use crate::rules::shared::backup::not_a_wildcard;
use crate::schedule::Field;

pub const RULE: Rule =
    Rule::error(DetectedAt::Service).source(&[source::DOCS_OPS_JOBS]).each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if let Some(finding) = not_a_wildcard(cx, resource, Field::Month, ", which runs in every month") {
        cx.report(finding);
    }
}
