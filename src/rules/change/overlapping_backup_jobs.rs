//! The old and the new backup job must not run at the same time.
//!
//! ## Why
//! Every change of a backup job replaces it. A job has no `name`, so Pulumi creates the new job before it deletes the
//! old one; if this happens at the minute of their schedules, both may run.
//! ## Example
//! ```json
//! {
//!   "before": { "kind": "ScheduledBackup", "args": { "schedule": "0 3 * * *" } },
//!   "after": { "kind": "ScheduledBackup", "args": { "schedule": "0 4 * * *" } }
//! }
//! ```
//! ## Use instead
//! ```json
//! {
//!   "before": null,
//!   "after": { "kind": "ScheduledBackup", "args": { "schedule": "0 4 * * *" } }
//! }
//! ```

use crate::model::change::{Effect, ReplaceOrder, Step};
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::BRIDGE_SCHEMA, source::PROVIDER_SCHEDULED_BACKUP])
    .each_change(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    // Only a replacement has an order.
    if step.order != Some(ReplaceOrder::CreateFirst) {
        return;
    }
    let Some(first) = cx.first_change(step, &[Effect::Replace]) else { return };
    let message = "the new backup job is created before the old one is deleted, so both may run in the same minute";
    let help = "deploy at a time when no backup is due; backups of the old job do not count towards \
                `maxBackupCount` of the new one";
    cx.report(Finding::of_change(step, first, message).help(help));
}
