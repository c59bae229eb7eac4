//! The braces in a backupDescription stand in pairs.
//!
//! ## Why
//! What the service makes of a loose or doubled brace is written nowhere. Most likely a variable was meant, and the
//! backups get the text of it instead of its value.
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
use crate::rules::shared::backup::description;

pub(super) const RULE: Rule = Rule::warning()
    .confidence(Confidence::Medium)
    .source(&[source::INFERENCE])
    .each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some((text, template)) = description(cx, resource) else { return };
    if template.unbalanced {
        let variables: Vec<String> = cx.catalogue().template_variables().map(|row| format!("{{{}}}", row.id)).collect();
        let help = format!(
            "put one brace on each side of a variable, as in {}, and write no other braces",
            one_of(&variables)
        );
        let message = format!("the braces in the description {} do not stand in pairs", quoted(text));
        cx.report(Finding::at(resource, backup::BACKUP_DESCRIPTION, message).help(help));
    }
}
