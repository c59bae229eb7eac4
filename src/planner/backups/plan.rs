//! From a request to the jobs of every cluster.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::ROOT;
use super::answer::{BackupArgs, BackupDiagnostic, BackupNote, BackupPlan, PlannedBackup};
use super::attempt::Attempt;
use super::history::Job;
use super::offers::{self, Offers};
use super::request::{Aims, Cluster, Request};
use super::retention::min_reach;
use super::timing::{Rhythm, Times};
use crate::catalogue::Catalogue;
use crate::catalogue::rows::{BackupLimits, Confidence};
use crate::collect;
use crate::model::completion::backup_description;
use crate::model::raw::Raw;
use crate::model::request::{IdOrUnknown, InputError};
use crate::schedule::{Schedule, duration, largest_gap};

/// The maximum number of clusters with different jobs with which changes of the request are tried.
const MAX_TRIED: usize = 10;

/// Minutes between the starts of one cluster and the next, so that not all begin together.
const STAGGER: u32 = 5;

/// Plans scheduled backups that meet objectives: for each kind of backup to keep a job of its own, unless the cluster
/// has one already, and another one where those leave more time between two backups than may be lost.
///
/// The request is a [`BackupRequest`](super::BackupRequest). The window of a day begins on that day and may go on past
/// midnight. Objectives that cannot be met are diagnostics of the plan.
///
/// ```
/// use eventstorecloud_planner::catalogue::Catalogue;
/// use eventstorecloud_planner::model::raw::Raw;
/// use eventstorecloud_planner::planner::backups::plan_backups;
///
/// let request: Raw = serde_json::from_str(r#"{ "clusters": ["orders"], "objectives": { "maxLossHours": 5 } }"#)?;
/// let plan = plan_backups(&request, &Catalogue::default())?;
/// assert_eq!(plan.jobs[0].args.schedule, "0 */4 * * *");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The first invalid value of the request.
pub fn plan_backups(request: &Raw, catalogue: &Catalogue) -> Result<BackupPlan, InputError> {
    let limits =
        catalogue.backup_limits().ok_or_else(|| InputError::new(ROOT, "the catalogue has no limits of backups"))?;
    let Request { clusters, aims } = Request::read(request, catalogue, limits)?;
    let mut plan = BackupPlan {
        ok: true,
        jobs: Vec::new(),
        diagnostics: Vec::new(),
        notes: Vec::new(),
        worst_loss_minutes: None,
        oldest_restore_point_minutes: None,
        kept_backups: 0,
    };
    let different = different(&clusters);
    // Clusters without jobs get the same ones, some minutes apart.
    let is_any_plain = clusters.iter().any(|cluster| cluster.existing.is_empty());
    let plain = is_any_plain.then(|| Attempt::of(&aims, &[], limits));
    let mut turns = 0;
    let mut staggers = 1;
    if let Some(attempt) = &plain {
        plan.diagnostics.extend(diagnostics(attempt, &aims, None, limits, &different));
        let starts: Vec<(&Rhythm, &Times)> = attempt.placed().map(|(wanted, times)| (&wanted.rhythm, times)).collect();
        staggers = attempt.frame.room(&starts, 59) / STAGGER + 1;
        add(&mut plan, attempt, &[]);
    }
    for cluster in &clusters {
        if let Some(attempt) = plain.as_ref().filter(|_| cluster.existing.is_empty()) {
            plan.jobs.extend(jobs_of(cluster, attempt, turns % staggers * STAGGER, catalogue));
            turns += 1;
        } else {
            let attempt = Attempt::of(&aims, &cluster.existing, limits);
            plan.diagnostics.extend(diagnostics(&attempt, &aims, Some(cluster), limits, &different));
            plan.jobs.extend(jobs_of(cluster, &attempt, 0, catalogue));
            add(&mut plan, &attempt, &cluster.existing);
        }
    }
    plan.notes.extend(notes(&aims));
    plan.ok = plan.diagnostics.is_empty();
    Ok(plan)
}

/// Adds what the jobs of a cluster do together.
fn add(plan: &mut BackupPlan, attempt: &Attempt<'_>, existing: &[Job]) {
    let kept: Vec<(Schedule, u32)> =
        attempt.schedules().into_iter().chain(existing.iter().map(|job| (job.schedule, job.kept))).collect();
    let runs: Vec<&Schedule> = kept.iter().map(|(schedule, _)| schedule).collect();
    plan.worst_loss_minutes = plan.worst_loss_minutes.max(largest_gap(&runs));
    let reach = plan.oldest_restore_point_minutes.into_iter().chain(min_reach(&kept)).min();
    plan.oldest_restore_point_minutes = reach;
    let sum = kept.iter().fold(0_u32, |sum, (_, kept)| sum.saturating_add(*kept));
    plan.kept_backups = plan.kept_backups.max(sum);
    for note in &attempt.wants.notes {
        if !plan.notes.contains(note) {
            plan.notes.push(note.clone());
        }
    }
}

/// The jobs of all clusters, those that run and keep the same only once; of too many to try, one more than that.
fn different(clusters: &[Cluster]) -> Vec<&[Job]> {
    let is_same = |one: &[Job], other: &[Job]| {
        let mut pairs = one.iter().zip(other);
        one.len() == other.len() && pairs.all(|(a, b)| a.schedule.same_runs(&b.schedule) && a.kept == b.kept)
    };
    let mut different: Vec<&[Job]> = Vec::new();
    for cluster in clusters {
        if different.len() <= MAX_TRIED && !different.iter().any(|jobs| is_same(jobs, &cluster.existing)) {
            different.push(&cluster.existing);
        }
    }
    different
}

fn diagnostics(
    attempt: &Attempt<'_>,
    aims: &Aims,
    cluster: Option<&Cluster>,
    limits: &BackupLimits,
    different: &[&[Job]],
) -> Vec<BackupDiagnostic> {
    let own = cluster.map_or(&[][..], |cluster| &cluster.existing);
    let offers = Offers::new(aims, limits, std::iter::once(own).chain(different.iter().copied()).collect());
    let may_try = different.len() <= MAX_TRIED;
    let each = attempt.unmet().map(|(path, message)| BackupDiagnostic {
        cluster: cluster.map(|cluster| cluster.name.clone()),
        path: format!("{ROOT}.{path}"),
        message: message.to_string(),
        help: if may_try { offers.help(path) } else { offers::UNTRIED.to_string() },
    });
    each.collect()
}

fn jobs_of(cluster: &Cluster, attempt: &Attempt<'_>, later: u32, catalogue: &Catalogue) -> Vec<PlannedBackup> {
    let mut names = collect::set(cluster.existing.iter().map(|job| job.name.clone()));
    let mut jobs = Vec::new();
    for (wanted, times) in attempt.placed() {
        let schedules = attempt.frame.schedules(&wanted.rhythm, times, later);
        for ((purpose, description), schedule) in wanted.names().into_iter().zip(schedules) {
            jobs.push(PlannedBackup {
                cluster: cluster.name.clone(),
                name: free_name(&mut names, format!("{}-{purpose}", cluster.name)),
                purpose,
                args: BackupArgs {
                    project_id: cluster.project_id.clone().and_then(IdOrUnknown::known),
                    source_cluster_id: cluster.source_cluster_id.clone().and_then(IdOrUnknown::known),
                    backup_description: backup_description(Some(&description), catalogue),
                    description,
                    schedule: schedule.to_string(),
                    max_backup_count: wanted.kept,
                },
                schedule_description: schedule.describe(),
                reason: wanted.reason.clone(),
            });
        }
    }
    jobs
}

/// A name that no job of the cluster has.
fn free_name(names: &mut BTreeSet<String>, name: String) -> String {
    let mut free = name.clone();
    let mut number = 2;
    while !names.insert(free.clone()) {
        free = format!("{name}-{number}");
        number += 1;
    }
    free
}

fn notes(aims: &Aims) -> Vec<BackupNote> {
    let note = |message: String, confidence| BackupNote { message, confidence };
    let mut notes = vec![note(
        "the time zone of schedules is not documented; UTC is assumed, and the time of the first backup shows whether that is right".to_string(),
        Confidence::Low,
    )];
    let side = match aims.offset.cmp(&0) {
        Ordering::Less => Some("behind"),
        Ordering::Equal => None,
        Ordering::Greater => Some("ahead of"),
    };
    if let Some(side) = side {
        let message = format!(
            "times and days are those of a clock {} {side} UTC all year; a schedule may name the day before or after, and daylight saving time moves the backups",
            duration(aims.offset.unsigned_abs())
        );
        notes.push(note(message, Confidence::High));
    }
    notes
}
