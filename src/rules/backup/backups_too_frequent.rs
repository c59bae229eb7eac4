//! A job does not run more often than backups may.
//!
//! ## Why
//! Scheduled backups are at least 60 minutes apart. A minute of `*` or `*/15` starts several within an hour, which the
//! service refuses when the job is made.
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
use crate::rules::shared::backup::{mend, runnable, syntax};
use crate::schedule::{Field, Part, Schedule, duration};

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Service)
    .source(&[source::DOCS_OPS_JOBS, source::DOCS_OPS_BACKUPS])
    .each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let catalogue = cx.catalogue();
    let Some(written) = cx.text(resource, backup::SCHEDULE).known() else { return };
    let Some(syntax) = syntax(cx, resource) else { return };
    if !matches!(syntax.minute.part, Some(Part::Any | Part::Step(1..))) {
        return;
    }
    // Where another field is wrong, the minute is judged as if that field were `*`.
    let Ok(schedule) =
        Schedule::parse(written).or_else(|_| Schedule::parse(&format!("{} * * * *", syntax.minute.text)))
    else {
        return;
    };
    let Some(least) = catalogue.backup_limits().map(|limits| limits.min_interval_minutes) else { return };
    let gap = schedule.gaps().smallest;
    if gap >= least {
        return;
    }
    let message = format!(
        "the schedule {} starts backups {} apart, and at least {} must lie between two",
        quoted(written),
        duration(gap),
        duration(least)
    );
    let slower = syntax.with(Field::Minute, "0");
    let help = match runnable(&slower, catalogue) {
        Some(schedule) => format!("write one number as the minute: `{slower}` is {}", schedule.describe()),
        None => format!("write one number from 0 to {} as the minute", Field::Minute.largest().unwrap_or_default()),
    };
    cx.report(mend(
        Finding::at(resource, backup::SCHEDULE, message).help(help),
        catalogue,
        &syntax,
        Field::Minute,
        "0",
    ));
}
