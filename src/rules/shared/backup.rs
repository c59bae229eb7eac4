//! What several rules about schedules and descriptions of backups ask.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::catalogue::Catalogue;
use crate::collect;
use crate::model::resource::Resource;
use crate::model::scheduled_backup as backup;
use crate::rules::context::{Context, Finding, Identity};
use crate::schedule::{Field, MINUTES_OF_WEEK, Schedule, Syntax, Written};
use crate::value::backup_template::{self, Template, Variable};
use crate::value::spelling::quoted_value as quoted;

/// A job that starts close to another job of its cluster.
pub(in crate::rules) struct Clash<'a> {
    /// The later one in the program.
    pub job: &'a Resource,
    /// The earlier one.
    pub other: &'a Resource,
    /// Smallest distance between a start of the one and a start of the other, in minutes.
    pub minutes: u32,
}

/// For every job, the earlier job of the same cluster that starts next to it. One sweep over the starts of a week, so
/// that many jobs stay fast.
pub(in crate::rules) fn clashes<'a>(cx: &mut Context<'a>) -> Vec<Clash<'a>> {
    let mut clusters: BTreeMap<Identity<'_>, Vec<(u32, &Resource)>> = BTreeMap::new();
    for job in cx.program().of_kind(backup::KIND.name) {
        let cluster = cx.identity(job, backup::SOURCE_CLUSTER_ID).filter(|cluster| !cluster.is_blank());
        let Some(cluster) = cluster else { continue };
        let text = cx.text(job, backup::SCHEDULE).known();
        if let Some(schedule) = text.and_then(|text| runnable(text, cx.catalogue())) {
            clusters.entry(cluster).or_default().extend(schedule.starts().into_iter().map(|start| (start, job)));
        }
    }
    let mut nearest: BTreeMap<usize, Clash<'a>> = BTreeMap::new();
    for starts in clusters.into_values() {
        let starts = collect::sorted_by(starts, |(a, one), (b, other)| (a, one.index).cmp(&(b, other.index)));
        let around = starts.first().map(|(start, job)| (start.saturating_add(MINUTES_OF_WEEK), *job));
        let following = starts.iter().copied().skip(1).chain(around);
        for ((start, a), (next, b)) in starts.iter().copied().zip(following) {
            let (job, other) = match a.index.cmp(&b.index) {
                Ordering::Less => (b, a),
                Ordering::Equal => continue,
                Ordering::Greater => (a, b),
            };
            let minutes = next.saturating_sub(start);
            let is_nearer = nearest.get(&job.index).is_none_or(|clash| minutes < clash.minutes);
            if is_nearer {
                nearest.insert(job.index, Clash { job, other, minutes });
            }
        }
    }
    nearest.into_values().collect()
}

/// The five fields of a backup's schedule, where it has five.
pub(in crate::rules) fn syntax<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Option<Syntax<'a>> {
    Syntax::read(cx.text(resource, backup::SCHEDULE).known()?).ok()
}

/// The schedule, where it is one that a backup can have: in the subset and not too often.
pub(in crate::rules) fn runnable(text: &str, catalogue: &Catalogue) -> Option<Schedule> {
    let least = catalogue.backup_limits().map_or(0, |limits| limits.min_interval_minutes);
    Schedule::parse(text).ok().filter(|schedule| schedule.gaps().smallest >= least)
}

/// A field that is outside the subset, reported as such.
pub(in crate::rules) fn wrong_field<'a>(resource: &'a Resource, field: Field, written: Written<'_>) -> Finding<'a> {
    let message = format!("the {} of the schedule is {}, {}", field.name(), quoted(written.text), written.described());
    Finding::at(resource, backup::SCHEDULE, message)
}

/// A field that can only be `*` and is something else. `otherwise` is the help where no `*` was meant.
pub(in crate::rules) fn only_wildcard<'a>(
    cx: &Context<'a>,
    resource: &'a Resource,
    syntax: &Syntax<'_>,
    (field, written): (Field, Written<'_>),
    otherwise: &str,
) -> Finding<'a> {
    let shown = quoted(written.text);
    let message = format!("the {} of the schedule is {shown}, where only `*` is possible", field.name());
    let finding = Finding::at(resource, backup::SCHEDULE, message);
    // These two say what `*` says.
    match written.text {
        "?" | "*/1" => mend(finding.help("write `*`: it means the same"), cx.catalogue(), syntax, field, "*"),
        _ => finding.help(otherwise),
    }
}

/// Adds the change of one field, where nothing else is wrong with the schedule then.
pub(in crate::rules) fn mend<'a>(
    finding: Finding<'a>,
    catalogue: &Catalogue,
    syntax: &Syntax<'_>,
    field: Field,
    text: &str,
) -> Finding<'a> {
    let whole = syntax.with(field, text);
    if runnable(&whole, catalogue).is_some() { finding.set(backup::SCHEDULE, whole) } else { finding }
}

/// How a variable of a description stands to those that the catalogue knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::rules) enum Known {
    /// Name and format are known, and the format is spelt as in the catalogue.
    Spelt,
    /// The format is known but for its case: this one is meant.
    Meant(&'static str),
    /// The format is unknown.
    Format,
    /// The name is unknown.
    Name,
}

/// Looks a variable up. Names are told apart by case, formats are not.
pub(in crate::rules) fn known(variable: &Variable<'_>, catalogue: &Catalogue) -> Known {
    let Some(row) = catalogue.template_variables().find(|row| row.id.as_str() == variable.name) else {
        return Known::Name;
    };
    let Some(format) = variable.format else { return Known::Spelt };
    match row.formats.iter().find(|known| known.as_str().eq_ignore_ascii_case(format)) {
        Some(known) if known.as_str() == format => Known::Spelt,
        Some(known) => Known::Meant(known.as_str()),
        None => Known::Format,
    }
}

/// Whether nothing in a description needs another look: its braces stand in pairs around what is known.
pub(in crate::rules) fn is_clear(template: &Template<'_>, catalogue: &Catalogue) -> bool {
    let knows = |variable: &Variable<'_>| matches!(known(variable, catalogue), Known::Spelt | Known::Meant(_));
    !template.unbalanced && template.variables.iter().all(knows)
}

/// The text of a backup description with its parts. Blank text is for the rule that wants a description.
pub(in crate::rules) fn description<'a>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
) -> Option<(&'a str, Template<'a>)> {
    let text = cx.text(resource, backup::BACKUP_DESCRIPTION).known().filter(|text| !text.trim().is_empty())?;
    Some((text, backup_template::parse(text)))
}
