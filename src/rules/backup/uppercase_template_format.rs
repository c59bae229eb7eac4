//! Formats in a backupDescription are written in lower case.
//!
//! ## Why
//! The documentation lists the formats in lower case and writes some in capitals in its examples. The service seems to
//! take either; the list is the safer guide.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "backupDescription": "{cluster} {datetime:RFC3339}" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "backupDescription": "{cluster} {datetime:rfc3339}" } }
//! ```

use std::collections::BTreeSet;

use crate::model::scheduled_backup as backup;
use crate::rules::prelude::*;
use crate::rules::shared::backup::{Known, description, is_clear, known};

pub(super) const RULE: Rule = Rule::advice()
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_OPS_BACKUPS, source::PROVIDER_DOCS_SCHEDULED_BACKUP])
    .each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let catalogue = cx.catalogue();
    let Some((text, template)) = description(cx, resource) else { return };
    let mut first = None;
    let mut mended = text.to_string();
    let mut seen = BTreeSet::new();
    for variable in &template.variables {
        let Known::Meant(format) = known(variable, catalogue) else { continue };
        if !seen.insert(variable.text) {
            continue;
        }
        let right = format!("{{{}:{format}}}", variable.name);
        mended = mended.replace(&format!("{{{}}}", variable.text), &right);
        first = first.or(Some((variable.format.unwrap_or_default(), right)));
    }
    if let Some((written, right)) = first {
        let message = format!("the format {} in the description is listed in lower case", quoted(written));
        let finding = Finding::at(resource, backup::BACKUP_DESCRIPTION, message).help(format!("write `{right}`"));
        // A fix rewrites the whole text, so there is one only where nothing else in it has to change.
        cx.report(match is_clear(&template, catalogue) {
            true => finding.set(backup::BACKUP_DESCRIPTION, mended),
            false => finding,
        });
    }
}
