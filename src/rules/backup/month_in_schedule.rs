//! The month of a schedule is a wildcard.
//!
//! ## Why
//! The service reads nothing else there, so a job runs in all months or in none. The provider passes any text on, and
//! the deployment fails when the job is made.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 3 * 1 *" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 3 * * *" } }
//! ```

use crate::rules::prelude::*;
use crate::rules::shared::backup::{only_wildcard, syntax};
use crate::schedule::Field;

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Service)
    .source(&[source::DOCS_OPS_JOBS])
    .each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(syntax) = syntax(cx, resource).filter(|syntax| syntax.month.part.is_none()) else { return };
    let otherwise = "write `*`: a job runs in every month";
    let finding = only_wildcard(cx, resource, &syntax, (Field::Month, syntax.month), otherwise);
    cx.report(finding);
}
