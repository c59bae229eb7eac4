//! `backupDescription` must use only documented variables and formats.
//!
//! ## Why
//! Nothing rejects an unknown variable. At best, the descriptions of the backups contain it as it is written, braces
//! included, and not its value.
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
use crate::rules::shared::backup::{Lookup, look_up, suggest_variable, variables};
use crate::value::backup_template::Variable;
use crate::value::spelling::key;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_OPS_BACKUPS])
    .each_resource(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let catalogue = cx.catalogue();
    let Some(job) = ScheduledBackup::of(cx, resource) else { return };
    let Some((text, template)) = &job.naming(cx).value else { return };
    // Each once, however often it is written.
    let mut seen = BTreeSet::new();
    let mut unknown =
        template.variables.iter().map(|variable| (variable, look_up(variable, catalogue))).collect::<Vec<_>>();
    unknown.retain(|(variable, lookup)| {
        matches!(lookup, Lookup::UnknownName | Lookup::UnknownFormat) && seen.insert(variable.text)
    });
    let is_alone = unknown.len() == 1;
    for (variable, lookup) in unknown {
        let written = format!("{{{}}}", variable.text);
        let message = match lookup {
            Lookup::UnknownFormat => {
                format!("the format of {} in `backupDescription` is not documented", quoted(&written))
            }
            _ => format!("{} in `backupDescription` is not a documented variable", quoted(&written)),
        };
        let finding = Finding::at(resource, backup::BACKUP_DESCRIPTION, message);
        let Some(meant) = meant(variable, catalogue) else {
            cx.report(finding.help(format!("use {}, or remove it", one_of(&choices(variable, catalogue)))));
            continue;
        };
        let words = if meant.is_certain { "" } else { " if that is what you mean" };
        // A suggestion rewrites the whole text, so there is one only where nothing else in it has to change.
        if !is_alone {
            cx.report(finding.help(format!("use `{}`{words}", meant.text)));
            continue;
        }
        let whole = text.replace(&written, &meant.text);
        let finding = suggest_variable(finding, &meant.text, words, &whole);
        cx.report(if meant.is_certain { finding.set(backup::BACKUP_DESCRIPTION, whole) } else { finding });
    }
}

struct Meant {
    text: String,
    /// Whether it is the same but for case, spaces and hyphens.
    is_certain: bool,
}

/// The variable that a misspelled one probably means.
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

/// What can be written instead of a variable: it with another format, or another variable.
fn choices(variable: &Variable<'_>, catalogue: &Catalogue) -> Vec<String> {
    match catalogue.template_variables().find(|row| row.id.as_str() == variable.name) {
        Some(row) => row.formats.iter().map(|format| format!("{{{}:{format}}}", row.id)).collect(),
        None => variables(catalogue.template_variables()),
    }
}
