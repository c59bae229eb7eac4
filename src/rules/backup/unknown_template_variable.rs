//! Variables and formats in a backupDescription are documented ones.
//!
//! ## Why
//! Nobody refuses an unknown variable. At best the backups carry the braces in their names.
//! ## Example
//! ```json
//! { "kind": "ScheduledBackup", "args": { "backupDescription": "{clusterName} {datetime:rfc3339}" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ScheduledBackup", "args": { "backupDescription": "{cluster} {datetime:rfc3339}" } }
//! ```

use std::collections::BTreeSet;

use crate::catalogue::Catalogue;
use crate::catalogue::rows::Text;
use crate::model::scheduled_backup as backup;
use crate::rules::prelude::*;
use crate::rules::shared::backup::{Known, description, known};
use crate::value::backup_template::Variable;
use crate::value::spelling::key;

pub(super) const RULE: Rule = Rule::warning()
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_OPS_BACKUPS])
    .each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let catalogue = cx.catalogue();
    let Some((text, template)) = description(cx, resource) else { return };
    // Each once, however often it is written.
    let mut seen = BTreeSet::new();
    let mut unknown =
        template.variables.iter().map(|variable| (variable, known(variable, catalogue))).collect::<Vec<_>>();
    unknown.retain(|(variable, known)| matches!(known, Known::Name | Known::Format) && seen.insert(variable.text));
    let is_alone = unknown.len() == 1;
    for (variable, fault) in unknown {
        let written = format!("{{{}}}", variable.text);
        let message = match fault {
            Known::Format => format!("the format of {} in the description is not a documented one", quoted(&written)),
            _ => format!("{} in the description is no documented variable", quoted(&written)),
        };
        let finding = Finding::at(resource, backup::BACKUP_DESCRIPTION, message);
        cx.report(match meant(variable, catalogue) {
            // A fix rewrites the whole text, so there is one only where nothing else in it has to change.
            Some(meant) if meant.is_certain && is_alone => finding
                .help(format!("write `{}`", meant.text))
                .set(backup::BACKUP_DESCRIPTION, text.replace(&written, &meant.text)),
            Some(meant) => finding.help(format!("did you mean `{}`?", meant.text)),
            None => finding.help(format!("write {}, or remove it", one_of(&choices(variable, catalogue)))),
        });
    }
}

struct Meant {
    text: String,
    /// Whether it is the same but for case, spaces and hyphens.
    is_certain: bool,
}

/// The variable that a misspelt one probably means.
fn meant(variable: &Variable<'_>, catalogue: &Catalogue) -> Option<Meant> {
    let id = nearest(variable.name, catalogue.template_variables().map(|row| row.id.as_str()))?;
    let is_same = key(id) == key(variable.name);
    let Some(written) = variable.format else { return Some(Meant { text: format!("{{{id}}}"), is_certain: is_same }) };
    let row = catalogue.template_variables().find(|row| row.id.as_str() == id)?;
    match nearest(written, row.formats.iter().map(Text::as_str)) {
        Some(format) => {
            Some(Meant { text: format!("{{{id}:{format}}}"), is_certain: is_same && key(format) == key(written) })
        }
        None if id == variable.name => None,
        None => Some(Meant { text: format!("{{{id}}}"), is_certain: false }),
    }
}

/// What can be written in a variable's place: another format of it, or another variable.
fn choices(variable: &Variable<'_>, catalogue: &Catalogue) -> Vec<String> {
    match catalogue.template_variables().find(|row| row.id.as_str() == variable.name) {
        Some(row) => row.formats.iter().map(|format| format!("{{{}:{format}}}", row.id)).collect(),
        None => catalogue.template_variables().map(|row| format!("{{{}}}", row.id)).collect(),
    }
}
