//! A backupDescription tells the backups of a job apart.
//!
//! ## Why
//! Without one all backups of the job have the same description, and whoever restores one of them at night has nothing
//! to choose by.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "backupDescription": "automated backup of {cluster}" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "backupDescription": "automated backup of {cluster}, {datetime:rfc3339}" } }
//! ```

use crate::model::scheduled_backup as backup;
use crate::rules::prelude::*;
use crate::rules::shared::backup::{description, is_clear};

pub(super) const RULE: Rule =
    Rule::advice().source(&[source::DOCS_OPS_BACKUPS]).each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let catalogue = cx.catalogue();
    let Some((text, template)) = description(cx, resource) else { return };
    let varies = |name: &str| catalogue.template_variables().any(|row| row.varies && row.id.as_str() == name);
    // Broken braces and unknown variables have rules of their own: something that varies may be meant by them.
    if !is_clear(&template, catalogue) || template.variables.iter().any(|variable| varies(variable.name)) {
        return;
    }
    let variables: Vec<String> =
        catalogue.template_variables().filter(|row| row.varies).map(|row| format!("{{{}}}", row.id)).collect();
    let message = format!("all backups of the job are called {}", quoted(text));
    cx.report(
        Finding::at(resource, backup::BACKUP_DESCRIPTION, message)
            .help(format!("add {} to the text", one_of(&variables))),
    );
}
