//! ## What it checks
//! That a scheduled backup says what its backups are called, in words that are not blank.
//! ## Why
//! The SDK's constructor stops without `backupDescription`, a property that is easily taken for `description`, which
//! names the job.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "backupDescription": null } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "backupDescription": "{cluster} nightly {datetime:rfc3339}" } }
//! ```

use crate::model::completion::backup_description;
use crate::model::scheduled_backup as backup;
use crate::rules::context::Field;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "BAK012",
    name: "missing-backup-description",
    title: "A scheduled backup has a backupDescription",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Compiler,
    source: &[
        "EventStore/terraform-provider-eventstorecloud:esc/resource_scheduled_backup.go",
        "npm:@eventstore/pulumi-eventstorecloud@0.2.20:scheduledBackup.js",
    ],
    since: "0.1.0",
    check: Check::Resource(&[KindId::ScheduledBackup], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let (fault, or_else) = match cx.text(resource, backup::BACKUP_DESCRIPTION) {
        Field::Missing => ("missing", ", or let the builder do it"),
        Field::Known(text) if text.trim().is_empty() => ("blank", ""),
        Field::Known(_) | Field::Unsettled => return,
    };
    let job = cx.text(resource, backup::DESCRIPTION).known();
    let value = backup_description(job, cx.catalogue());
    cx.report(
        Finding::at(
            resource,
            backup::BACKUP_DESCRIPTION,
            format!("`backupDescription` is {fault}; it is what each backup is called"),
        )
        .help(format!("write `backupDescription: \"{value}\"`{or_else}"))
        .set(backup::BACKUP_DESCRIPTION, value),
    );
}
