//! A schedule is not a macro.
//!
//! ## Why
//! The service reads a subset of cron that has no macros. The provider passes any text on, so the deployment fails when
//! the job is made, after everything else.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "@daily" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 0 * * *" } }
//! ```

use crate::model::scheduled_backup as backup;
use crate::rules::prelude::*;
use crate::schedule::{Schedule, Syntax, SyntaxError};

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Service)
    .source(&[source::DOCS_OPS_JOBS])
    .each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(written) = cx.text(resource, backup::SCHEDULE).known() else { return };
    if Syntax::read(written) != Err(SyntaxError::Macro) {
        return;
    }
    let finding = Finding::at(
        resource,
        backup::SCHEDULE,
        format!("{} is a macro, which schedules of backups cannot be", quoted(written)),
    );
    let fields = cx.catalogue().schedule_macro(written).and_then(|row| row.schedule.as_ref());
    cx.report(match fields {
        Some(fields) => {
            let words = Schedule::parse(fields.as_str())
                .map_or(String::new(), |schedule| format!(" ({})", schedule.describe()));
            finding.help(format!("write `{fields}`{words}")).set(backup::SCHEDULE, fields.as_str())
        }
        None => finding.help(
            "write five fields: minute, hour, `*`, `*`, day of week, for example `0 2 * * 0` for Sundays at 02:00",
        ),
    });
}
