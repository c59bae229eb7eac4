//! Formats in `backupDescription` must be written in lower case.
//!
//! ## Why
//! The documentation lists the formats in lower case, but some of its examples have them in capitals. The service
//! seems to accept both; the list is the safer guide.
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
use crate::rules::shared::backup::{Lookup, is_valid, look_up, suggest_variable};

pub const RULE: Rule = Rule::advice(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_OPS_BACKUPS, source::PROVIDER_DOCS_SCHEDULED_BACKUP])
    .each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let catalogue = cx.catalogue();
    let Some(job) = ScheduledBackup::of(cx, resource) else { return };
    let Some((text, template)) = &job.naming(cx).value else { return };
    let mut first = None;
    let mut whole = text.to_string();
    let mut seen = BTreeSet::new();
    for variable in &template.variables {
        let Lookup::OtherCase(format) = look_up(variable, catalogue) else { continue };
        if !seen.insert(variable.text) {
            continue;
        }
        let right = format!("{{{}:{format}}}", variable.name);
        whole = whole.replace(&format!("{{{}}}", variable.text), &right);
        first = first.or(Some((variable.format.unwrap_or_default(), right)));
    }
    let Some((written, right)) = first else { return };
    let message = format!("the format {} in `backupDescription` is not in lower case", quoted(written));
    let finding = Finding::at(resource, backup::BACKUP_DESCRIPTION, message);
    // A fix rewrites the whole text, so there is one only where nothing else in it has to change.
    cx.report(match is_valid(template, catalogue) {
        true => suggest_variable(finding, &right, "", &whole).set(backup::BACKUP_DESCRIPTION, whole),
        false => finding.help(format!("use `{right}`")),
    });
}
