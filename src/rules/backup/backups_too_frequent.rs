//! A backup job must not run more often than once an hour.
//!
//! ## Why
//! Scheduled backups must be at least 60 minutes apart. With `*` or `*/15` as the minute, several start within an
//! hour, and the service rejects the job when it is created.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "*/15 * * * *" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "schedule": "0 */1 * * *" } }
//! ```

use crate::model::scheduled_backup as backup;
use crate::rules::prelude::*;
use crate::rules::shared::backup::{fix_field, runnable, syntax};
use crate::schedule::{Field, Part, Schedule, duration};

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::DOCS_OPS_JOBS, source::DOCS_OPS_BACKUPS])
    .each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let catalogue = cx.catalogue();
    let Some(written) = cx.text(resource, backup::SCHEDULE).known() else { return };
    let Some(syntax) = syntax(cx, resource) else { return };
    if !matches!(syntax.minute.part, Some(Part::Any | Part::Step(1..))) {
        return;
    }
    // Where another field is invalid, the minute is judged as if that field were `*`.
    let Ok(schedule) =
        Schedule::parse(written).or_else(|_| Schedule::parse(&format!("{} * * * *", syntax.minute.text)))
    else {
        return;
    };
    let Some(min) = catalogue.backup_limits().map(|limits| limits.min_interval_minutes) else { return };
    let gap = schedule.gaps().smallest;
    if gap >= min {
        return;
    }
    let message = format!(
        "the schedule {} starts backups {} apart; the minimum is {}",
        quoted(written),
        duration(gap),
        duration(min)
    );
    let finding = Finding::at(resource, backup::SCHEDULE, message);
    let max = Field::Minute.max().unwrap_or_default();
    cx.report(match runnable(&syntax.with(Field::Minute, "0"), catalogue) {
        Some(slower) => {
            let words = format!(" ({}), or another number as the minute", slower.describe());
            fix_field(finding, catalogue, &syntax, Field::Minute, "0", &words)
        }
        None => finding.help(format!("use one number from 0 to {max} as the minute")),
    });
}
