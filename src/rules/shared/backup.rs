//! What several rules about schedules and descriptions of backups ask.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::catalogue::Catalogue;
use crate::catalogue::rows::TemplateVariable;
use crate::collect;
use crate::model::resource::Resource;
use crate::model::scheduled_backup as backup;
use crate::rules::context::{Context, Identity};
use crate::rules::faults::backup::{FieldFault, InField};
use crate::rules::finding::Finding;
use crate::rules::readings::backup::{is_seldom_enough, runnable};
use crate::rules::views::ScheduledBackup;
use crate::schedule::{Field, Schedule, with_next};
use crate::value::backup_template::{Template, Variable};
use crate::value::spelling::{one_of, quoted_value as quoted};

/// What the day of week may be, as the end of a sentence.
pub(in crate::rules) const EVERY_DAY_OR_ONE: &str = "`*` for every day, or one number from 0 (Sunday) to 6 (Saturday)";

/// A job that starts close to another job of its cluster.
pub(in crate::rules) struct Clash<'a> {
    /// The second of the two in the program.
    pub job: &'a Resource,
    /// The first of the two in the program.
    pub other: &'a Resource,
    /// Smallest distance between a start of the one and a start of the other, in minutes.
    pub minutes: u32,
}

impl<'a> Clash<'a> {
    /// The finding at the schedule of the second job, whose words come from the two jobs alone.
    pub fn finding(&self, message: String) -> Finding<'a> {
        Finding::at(self.job, backup::SCHEDULE, message).related_at(self.other, backup::SCHEDULE).confined()
    }
}

/// For every job, the preceding job of the same cluster that starts nearest to it. One sweep over the starts of a week,
/// so that many jobs stay fast.
pub(in crate::rules) fn clashes<'a>(cx: &mut Context<'a>) -> Vec<Clash<'a>> {
    let mut clusters: BTreeMap<Identity<'_>, Vec<(u32, &Resource)>> = BTreeMap::new();
    for job in cx.program().of_kind(backup::KIND.name) {
        let cluster = cx.identity(job, backup::SOURCE_CLUSTER_ID).filter(|cluster| !cluster.is_blank());
        let Some(cluster) = cluster else { continue };
        if let Some(schedule) = ScheduledBackup::of(cx, job).and_then(|view| view.meant_schedule(cx)) {
            clusters.entry(cluster).or_default().extend(schedule.starts().into_iter().map(|start| (start, job)));
        }
    }
    let mut nearest: BTreeMap<usize, Clash<'a>> = BTreeMap::new();
    for starts in clusters.into_values() {
        // What is only read comes first, for nothing is reported of it.
        let place = |job: &Resource| (!job.is_read(), job.index);
        let starts = collect::sorted_by(starts, |(a, one), (b, other)| (a, place(one)).cmp(&(b, place(other))));
        for ((start, a), (next, b)) in with_next(&starts) {
            let (job, other) = match place(a).cmp(&place(b)) {
                Ordering::Less => (b, a),
                Ordering::Equal => continue,
                Ordering::Greater => (a, b),
            };
            let minutes = next - start;
            let is_nearer = nearest.get(&job.index).is_none_or(|clash| minutes < clash.minutes);
            if is_nearer {
                nearest.insert(job.index, Clash { job, other, minutes });
            }
        }
    }
    nearest.into_values().collect()
}

/// The finding about a field that is outside the subset.
pub(in crate::rules) fn invalid_field<'a>(job: ScheduledBackup<'a>, fault: &FieldFault<'_>) -> Option<Finding<'a>> {
    let InField::Invalid(invalid) = &fault.fault else { return None };
    let (name, shown) = (fault.field.name(), quoted(invalid.text));
    let message = format!("the {name} {shown} of the schedule {}", invalid.reason);
    Some(Finding::at(job.resource, backup::SCHEDULE, message))
}

/// A field that can only be `*` and is something else. `words` go on with the help, behind the schedule that has `*`.
pub(in crate::rules) fn not_a_wildcard<'a>(
    cx: &mut Context<'a>,
    job: ScheduledBackup<'a>,
    fault: &FieldFault<'_>,
    words: &str,
) -> Option<Finding<'a>> {
    let InField::Invalid(invalid) = &fault.fault else { return None };
    let field = fault.field;
    let message = format!("the {} of the schedule must be `*`, not {}", field.name(), quoted(invalid.text));
    let finding = Finding::at(job.resource, backup::SCHEDULE, message);
    Some(match invalid.text {
        "?" | "*/1" => fix_field(cx, finding, job, field, "*", ", which means the same"),
        _ => suggest_field(cx, finding, job, field, &["*"], words),
    })
}

/// Says to use one of these texts in one field: as whole schedules where the job can have each of them. `words` go on with
/// the help.
pub(in crate::rules) fn suggest_field<'a>(
    cx: &mut Context<'a>,
    finding: Finding<'a>,
    job: ScheduledBackup<'a>,
    field: Field,
    texts: &[&str],
    words: &str,
) -> Finding<'a> {
    let schedules: Option<Vec<String>> = texts.iter().map(|text| with_field(cx, job, field, text)).collect();
    match schedules {
        Some(schedules) => finding.suggest(backup::SCHEDULE, schedules, |listed| format!("use {listed}{words}")),
        None => finding.help(format!("use {} as the {}{words}", one_of(texts), field.name())),
    }
}

/// Like [`suggest_field`] with one text, which is the fix as well where the job can have it.
pub(in crate::rules) fn fix_field<'a>(
    cx: &mut Context<'a>,
    finding: Finding<'a>,
    job: ScheduledBackup<'a>,
    field: Field,
    text: &str,
    words: &str,
) -> Finding<'a> {
    let finding = suggest_field(cx, finding, job, field, &[text], words);
    match with_field(cx, job, field, text) {
        Some(schedule) => finding.set(backup::SCHEDULE, schedule),
        None => finding,
    }
}

/// The schedule of a job with another text in one field, if a job can have it, and no other job of the cluster starts at
/// the same time: unless that is so already.
pub(in crate::rules) fn with_field<'a>(
    cx: &mut Context<'a>,
    job: ScheduledBackup<'a>,
    field: Field,
    text: &str,
) -> Option<String> {
    let written = job.timing(cx).value.as_ref()?.syntax.with(field, text);
    runnable_alone(cx, job, &written)
}

/// A schedule, if a job can have it, and no other job of the cluster starts at the same time: unless that is so already.
pub(in crate::rules) fn runnable_alone<'a>(
    cx: &mut Context<'a>,
    job: ScheduledBackup<'a>,
    written: &str,
) -> Option<String> {
    let schedule = runnable(written, cx.catalogue())?;
    (job.meant_schedule(cx) == Some(&schedule) || starts_alone(cx, job, &schedule)).then(|| written.to_string())
}

/// Whether no other job of the cluster starts at the same time as this one would with another schedule. A job
/// whose schedule is unknown does not count.
fn starts_alone<'a>(cx: &mut Context<'a>, job: ScheduledBackup<'a>, schedule: &Schedule) -> bool {
    let Some(cluster) = cx.identity(job.resource, backup::SOURCE_CLUSTER_ID) else { return true };
    let starts = schedule.starts();
    for other in cx.program().of_kind(backup::KIND.name).filter(|other| other.index != job.resource.index) {
        if cx.identity(other, backup::SOURCE_CLUSTER_ID) != Some(cluster) {
            continue;
        }
        let Some(timing) = ScheduledBackup::of(cx, other).and_then(|view| view.timing(cx).value.as_ref()) else {
            continue;
        };
        let of_other = timing.schedule.as_ref().filter(|other| is_seldom_enough(other, cx.catalogue()));
        // One that is to be changed as well may become anything.
        if of_other.is_none_or(|other| other.starts().iter().any(|start| starts.contains(start))) {
            return false;
        }
    }
    true
}

/// How a variable of a description compares with those of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::rules) enum Lookup {
    /// Name and format are known, and the format is spelled as in the catalogue.
    Exact,
    /// The format is known but for its case: this one is meant.
    OtherCase(&'static str),
    /// The format is unknown.
    UnknownFormat,
    /// The name is unknown.
    UnknownName,
}

/// Looks a variable up. The case of names counts, that of formats does not.
pub(in crate::rules) fn look_up(variable: &Variable<'_>, catalogue: &Catalogue) -> Lookup {
    let Some(row) = catalogue.template_variables().find(|row| row.id.as_str() == variable.name) else {
        return Lookup::UnknownName;
    };
    let Some(format) = variable.format else { return Lookup::Exact };
    match row.formats.iter().find(|known| known.as_str().eq_ignore_ascii_case(format)) {
        Some(known) if known.as_str() == format => Lookup::Exact,
        Some(known) => Lookup::OtherCase(known.as_str()),
        None => Lookup::UnknownFormat,
    }
}

/// Whether a description has balanced braces and known variables only; the case of formats does not count.
pub(in crate::rules) fn is_valid(template: &Template<'_>, catalogue: &Catalogue) -> bool {
    let is_known =
        |variable: &Variable<'_>| matches!(look_up(variable, catalogue), Lookup::Exact | Lookup::OtherCase(_));
    !template.unbalanced && template.variables.iter().all(is_known)
}

/// Says to use a variable, which gives a whole description. `words` go on with the help.
pub(in crate::rules) fn suggest_variable<'a>(
    finding: Finding<'a>,
    variable: &str,
    words: &str,
    whole: &str,
) -> Finding<'a> {
    finding.suggest(backup::BACKUP_DESCRIPTION, [whole], |listed| match variable == whole {
        true => format!("use {listed}{words}"),
        false => format!("use `{variable}`{words}, as in {listed}"),
    })
}

/// Variables as they are written in a description, without a format.
pub(in crate::rules) fn variables(rows: impl Iterator<Item = &'static TemplateVariable>) -> Vec<String> {
    rows.map(|row| format!("{{{}}}", row.id)).collect()
}
