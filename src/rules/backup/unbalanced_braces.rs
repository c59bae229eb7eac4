//! Braces in `backupDescription` must come in pairs that are not nested.
//!
//! ## Why
//! How the service reads a single or doubled brace is not documented. Most likely a variable was meant, and the
//! descriptions of the backups contain its name instead of its value.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "backupDescription": "{cluster backup" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "backupDescription": "{cluster} backup" } }
//! ```

use crate::model::scheduled_backup as backup;
use crate::rules::prelude::*;
use crate::rules::shared::backup::variables;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::INFERENCE])
    .each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(job) = ScheduledBackup::of(cx, resource) else { return };
    let Some((text, template)) = &job.naming(cx).value else { return };
    if template.unbalanced {
        let help = format!(
            "use one brace on each side of a variable, as in {}, and no other braces",
            one_of(&variables(cx.catalogue().template_variables()))
        );
        let message = format!("`backupDescription` has unbalanced or nested braces: {}", quoted(text));
        cx.report(Finding::at(resource, backup::BACKUP_DESCRIPTION, message).help(help));
    }
}
