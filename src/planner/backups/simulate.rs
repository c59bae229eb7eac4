//! What a set of jobs does over time.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::answer::{BackupNote, BackupRun, BackupSimulation, RestorePoint};
use super::history::{History, Job};
use super::{MAX_LISTED, ROOT};
use crate::catalogue::Catalogue;
use crate::catalogue::rows::{BackupLimits, Confidence};
use crate::model::raw::Raw;
use crate::model::request::InputError;
use crate::schedule::{Instant, Schedule, duration, largest_gap, smallest_distance};
use crate::value::spelling::quoted;

/// Simulates the jobs of one cluster between two times: their runs, and the restore points at a moment.
///
/// The request is a [`BackupHistory`](super::BackupHistory). The jobs begin at `from`, each keeps its own newest backups,
/// and every run succeeds.
///
/// # Errors
/// The first invalid value of the request.
pub fn simulate_backups(request: &Raw, catalogue: &Catalogue) -> Result<BackupSimulation, InputError> {
    let limits =
        catalogue.backup_limits().ok_or_else(|| InputError::new(ROOT, "the catalogue has no limits of backups"))?;
    let History { jobs, from, to, at } = History::read(request, catalogue, limits)?;
    let firsts = jobs.iter().map(|job| job.schedule.first_from(from)).collect();
    let runs = merged(&jobs, firsts, to);
    let counts: Vec<u64> = jobs.iter().map(|job| job.schedule.count_between(from, at)).collect();
    let oldest = jobs.iter().zip(&counts).map(|(job, count)| {
        let gone = count.saturating_sub(job.kept.into());
        job.schedule.nth_from(from, gone)
    });
    let points = merged(&jobs, oldest.collect(), at);
    let schedules: Vec<&Schedule> = jobs.iter().map(|job| &job.schedule).collect();
    let total = jobs.iter().map(|job| job.schedule.count_between(from, to));
    Ok(BackupSimulation {
        runs: runs.iter().map(|(run, job)| BackupRun { at: run.to_string(), job: job.name.clone() }).collect(),
        total: sum(total),
        at: at.to_string(),
        kept_at: points.iter().map(|(run, job)| RestorePoint { at: run.to_string(), job: job.name.clone() }).collect(),
        kept_backups: sum(jobs.iter().zip(counts).map(|(job, count)| count.min(job.kept.into()))),
        oldest_restore_point_minutes: points.first().map(|(run, _)| minutes(*run, at)),
        worst_loss_minutes: largest_gap(&schedules).unwrap_or(0),
        notes: notes(&jobs, &schedules, limits),
    })
}

/// The runs of all jobs up to a moment and with it, each job from its own first one on, in their order; no more than
/// are listed.
fn merged(jobs: &[Job], firsts: Vec<Option<Instant>>, until: Instant) -> Vec<(Instant, &Job)> {
    let firsts = jobs.iter().zip(firsts).enumerate();
    let mut next: BinaryHeap<Reverse<(Instant, usize)>> =
        firsts.filter_map(|(index, (_, first))| Some(Reverse((first?, index)))).collect();
    let mut runs = Vec::new();
    while let Some(Reverse((run, index))) = next.pop() {
        let Some(job) = jobs.get(index).filter(|_| run <= until) else { continue };
        if runs.len() >= MAX_LISTED {
            break;
        }
        runs.push((run, job));
        next.extend(job.schedule.next_after(run).map(|later| Reverse((later, index))));
    }
    runs
}

#[expect(clippy::cast_possible_truncation, reason = "ten years have 5 million minutes, and there are 300 jobs at most")]
fn sum(counts: impl Iterator<Item = u64>) -> u32 {
    counts.sum::<u64>() as u32
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "ten years have 5 million minutes")]
const fn minutes(from: Instant, to: Instant) -> u32 {
    ((to.seconds() - from.seconds()) / 60) as u32
}

fn notes(jobs: &[Job], schedules: &[&Schedule], limits: &BackupLimits) -> Vec<BackupNote> {
    let mut notes = vec![BackupNote {
        message: "the time zone of schedules is not documented; UTC is assumed".to_string(),
        confidence: Confidence::Low,
    }];
    let min = limits.min_job_distance_minutes;
    let near = smallest_distance(schedules).filter(|nearest| nearest.minutes < min);
    if let Some((nearest, one, other)) = near.and_then(|near| Some((near, jobs.get(near.one)?, jobs.get(near.other)?)))
    {
        let both = format!("{} and {}", quoted(&one.name), quoted(&other.name));
        let message = match nearest.minutes {
            0 => format!(
                "{both} start at the same time; a cluster runs one backup at a time, so one of the two fails, but both are counted here"
            ),
            minutes => format!(
                "{both} start {} apart; at least {} are recommended, since a backup fails while another one runs, but both are counted here",
                duration(minutes),
                duration(min)
            ),
        };
        notes.push(BackupNote { message, confidence: Confidence::High });
    }
    notes
}
