//! `backupDescription` must contain a variable whose value differs from one backup of the job to the next.
//!
//! ## Why
//! Without one, all backups of the job have the same description, and whoever has to restore one of them at night
//! cannot tell them apart.
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
use crate::rules::shared::backup::{is_valid, variables};

pub const RULE: Rule = Rule::advice(DetectedAt::Undetected)
    .source(&[source::DOCS_OPS_BACKUPS])
    .each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let catalogue = cx.catalogue();
    let Some(job) = ScheduledBackup::of(cx, resource) else { return };
    let Some((text, template)) = &job.naming(cx).value else { return };
    let varies = |name: &str| catalogue.template_variables().any(|row| row.varies && row.id.as_str() == name);
    // Something that varies may be meant by unbalanced braces and unknown variables.
    if !is_valid(template, catalogue) || template.variables.iter().any(|variable| varies(variable.name)) {
        return;
    }
    let varying = variables(catalogue.template_variables().filter(|row| row.varies));
    let message = format!("`backupDescription` is {} for every backup of the job", quoted(text));
    let help = format!("add {} to it", one_of(&varying));
    cx.report(Finding::at(resource, backup::BACKUP_DESCRIPTION, message).help(help));
}
