//! A schedule has five fields with single spaces between them.
//!
//! ## Why
//! The service reads these five and no others: no seconds, no year. The provider passes any text on, so the deployment
//! fails when the job is made.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 12 * *" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 12 * * *" } }
//! ```

use crate::model::scheduled_backup as backup;
use crate::rules::prelude::*;
use crate::rules::shared::backup::runnable;
use crate::schedule::{Syntax, SyntaxError};

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Service)
    .source(&[source::DOCS_OPS_JOBS])
    .each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(written) = cx.text(resource, backup::SCHEDULE).known() else { return };
    match Syntax::read(written) {
        Err(SyntaxError::FieldCount(count)) => {
            let message = match count {
                0 => "the `schedule` is blank".to_string(),
                1 => format!("the schedule {} has one field, where five belong", quoted(written)),
                _ => format!("the schedule {} has {count} fields, where five belong", quoted(written)),
            };
            let help = "write minute, hour, `*`, `*` and day of week, without seconds or year: \
             `0 2 * * *` is every day at 02:00, `0 2 * * 0` every Sunday";
            cx.report(Finding::at(resource, backup::SCHEDULE, message).help(help));
        }
        Err(SyntaxError::Spacing) => {
            let finding = Finding::at(
                resource,
                backup::SCHEDULE,
                format!("the fields of the schedule {} are not separated by single spaces", quoted(written)),
            );
            let spaced = written.split_whitespace().collect::<Vec<_>>().join(" ");
            cx.report(match runnable(&spaced, cx.catalogue()) {
                Some(_) => finding.help(format!("write `{spaced}`")).set(backup::SCHEDULE, spaced),
                None => {
                    finding.help("write one space between two fields, and none before the first and after the last")
                }
            });
        }
        Err(SyntaxError::Macro) | Ok(_) => {}
    }
}
