//! What a set of jobs does over time.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use super::answer::{BackupNote, BackupRun, BackupSimulation, RestorePoint};
use super::{MAX_DAYS, MAX_JOBS, MAX_LISTED, ROOT};
use crate::catalogue::Catalogue;
use crate::catalogue::rows::{BackupLimits, Confidence};
use crate::model::raw::Raw;
use crate::model::reader::{self, InputError, integer, known_keys, list, object, present, required, text};
use crate::schedule::{Instant, Schedule, duration, largest_gap, smallest_distance};
use crate::value::spelling::quoted;

/// One job to simulate.
struct Job {
    name: String,
    schedule: Schedule,
    kept: u32,
}

/// Simulates the jobs of one cluster between two times: their runs, and the restore points at a moment.
///
/// The request is `{ jobs: [{ schedule, maxBackupCount, name? }], from, to, at? }`: up to 300 jobs over ten years, with
/// times in ISO 8601 with `Z` or an offset. The jobs begin at `from`, each keeps its own newest backups, and every run
/// succeeds. `at` is `to` unless it is given.
///
/// # Errors
/// The first invalid value of the request.
pub fn simulate_backups(request: &Raw, catalogue: &Catalogue) -> Result<BackupSimulation, InputError> {
    simulate(request, catalogue).map_err(|error| error.under(ROOT))
}

/// The simulation, with paths inside of the request.
fn simulate(request: &Raw, catalogue: &Catalogue) -> Result<BackupSimulation, InputError> {
    let limits =
        catalogue.backup_limits().ok_or_else(|| InputError::new("", "the catalogue has no limits of backups"))?;
    let request = object(Some(request), "request")?;
    known_keys("", request, &["jobs", "from", "to", "at"])?;
    let jobs = jobs(request.get("jobs"), catalogue, limits)?;
    let from = required(time(request.get("from"), "from")?, "from")?;
    let to = required(time(request.get("to"), "to")?, "to")?;
    if to < from {
        return Err(InputError::new("to", format!("must not be before `from`, which is `{from}`")));
    }
    if to.seconds() - from.seconds() > MAX_DAYS * 86_400 {
        return Err(InputError::new("to", format!("must be at most {MAX_DAYS} days after `from`")));
    }
    let at = time(request.get("at"), "at")?.unwrap_or(to);
    if at < from || at > to {
        return Err(InputError::new("at", format!("must be between `from` and `to`, not `{at}`")));
    }
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

fn time(value: Option<&Raw>, path: &str) -> Result<Option<Instant>, InputError> {
    let Some(written) = text(value, path)? else { return Ok(None) };
    let error = || {
        let message = format!("must be a time with its zone such as `2026-01-31T08:00:00Z`, not {}", quoted(written));
        InputError::new(path, message)
    };
    Instant::parse(written).map(Some).ok_or_else(error)
}

fn jobs(value: Option<&Raw>, catalogue: &Catalogue, limits: &BackupLimits) -> Result<Vec<Job>, InputError> {
    let items = list(Some(required(value, "jobs")?), "jobs")?;
    if items.is_empty() {
        return Err(InputError::new("jobs", "must not be empty; add the jobs of one cluster"));
    }
    if items.len() > MAX_JOBS {
        let message = format!("has {} jobs; at most {MAX_JOBS} are supported", items.len());
        return Err(InputError::new("jobs", message));
    }
    let mut names = BTreeSet::new();
    let mut jobs = Vec::new();
    for (i, item) in items.iter().enumerate() {
        let path = format!("jobs[{i}]");
        let job = job(item, &path, catalogue, limits)?;
        if !names.insert(job.name.clone()) {
            let message = format!("duplicate job name {}", quoted(&job.name));
            return Err(InputError::new(format!("{path}.name"), message));
        }
        jobs.push(job);
    }
    Ok(jobs)
}

fn job(item: &Raw, path: &str, catalogue: &Catalogue, limits: &BackupLimits) -> Result<Job, InputError> {
    let job = object(Some(item), path)?;
    known_keys(path, job, &["name", "schedule", "maxBackupCount"])?;
    let own = |key: &str| format!("{path}.{key}");
    let name = match text(job.get("name"), &own("name"))? {
        Some(name) => present(&own("name"), name)?.to_string(),
        None => path.to_string(),
    };
    let at = own("schedule");
    let written = required(text(job.get("schedule"), &at)?, &*at)?;
    // A macro stands for the five fields that a builder writes for it.
    let known = catalogue.schedule_macro(written.trim()).and_then(|row| row.schedule.as_ref());
    let fields = known.map_or(written, |schedule| schedule.as_str());
    let schedule = reader::schedule(fields, &at)?;
    let gap = schedule.gaps().smallest;
    if gap < limits.min_interval_minutes {
        let message = format!(
            "{} runs again after {}; the minimum is {}",
            quoted(written),
            duration(gap),
            duration(limits.min_interval_minutes)
        );
        return Err(InputError::new(at, message));
    }
    let at = own("maxBackupCount");
    let range = limits.max_backup_count;
    let kept = required(integer(job.get("maxBackupCount"), &at, range.min, range.max)?, at)?;
    Ok(Job { name, schedule, kept })
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
