//! The minute of a schedule is one number, a wildcard or a step.
//!
//! ## Why
//! The service knows no lists, ranges or words. The provider passes them on, so the deployment fails when the job is
//! made. Of what the subset has, only one number fits a backup: `*` and steps make it run too often.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0,30 2 * * *" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "30 2 * * *" } }
//! ```

use crate::rules::prelude::*;
use crate::rules::shared::backup::{syntax, wrong_field};
use crate::schedule::Field;

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Service)
    .source(&[source::DOCS_OPS_JOBS])
    .each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(syntax) = syntax(cx, resource).filter(|syntax| syntax.minute.part.is_none()) else { return };
    let help = format!(
        "write one number from 0 to {}, the minute at which each run starts",
        Field::Minute.largest().unwrap_or_default()
    );
    cx.report(wrong_field(resource, Field::Minute, syntax.minute).help(help));
}
