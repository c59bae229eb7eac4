//! What a simulation is asked for, as the caller wrote it.

use std::collections::BTreeSet;

use serde::Deserialize;
use validator::Validate;

use super::{MAX_DAYS, MAX_JOBS, ROOT};
use crate::catalogue::Catalogue;
use crate::catalogue::rows::BackupLimits;
use crate::model::raw::Raw;
use crate::model::request::{self, InputError, Integer, List, NotBlank};
use crate::schedule::{Instant, Schedule, duration};
use crate::value::spelling::quoted;

/// The jobs of one cluster, and the time over which to look at them.
#[derive(Debug, Deserialize, Validate)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
pub struct BackupHistory {
    /// The jobs, up to 300.
    #[validate(length(min = 1, max = MAX_JOBS, message = "must not be empty; add the jobs of one cluster"))]
    jobs: List<BackupJob>,
    /// ISO time at which the jobs begin.
    from: Instant,
    /// ISO time until which to look, at most ten years after `from`.
    to: Instant,
    /// ISO time at which to look at the restore points. Default: `to`.
    at: Option<Instant>,
}

/// One job of a cluster.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct BackupJob {
    /// Its name. Default: its path, such as `jobs[0]`.
    name: Option<NotBlank>,
    /// Its schedule in UTC, as in the args.
    schedule: String,
    /// How many backups it keeps.
    max_backup_count: Integer,
}

/// A valid request.
pub(super) struct History {
    pub jobs: Vec<Job>,
    pub from: Instant,
    pub to: Instant,
    pub at: Instant,
}

/// One job of a cluster.
pub(super) struct Job {
    pub name: String,
    pub schedule: Schedule,
    pub kept: u32,
}

impl History {
    pub fn read(request: &Raw, catalogue: &Catalogue, limits: &BackupLimits) -> Result<Self, InputError> {
        let request: BackupHistory = request::read(request, ROOT)?;
        Self::of(request, catalogue, limits).map_err(|error| error.inside(ROOT))
    }

    fn of(request: BackupHistory, catalogue: &Catalogue, limits: &BackupLimits) -> Result<Self, InputError> {
        let BackupHistory { jobs, from, to, at } = request;
        let jobs = read_jobs(jobs.0, catalogue, limits).map_err(|error| error.inside("jobs"))?;
        if to < from {
            return Err(InputError::new("to", format!("must not be before `from`, which is `{from}`")));
        }
        if to.seconds() - from.seconds() > MAX_DAYS * 86_400 {
            return Err(InputError::new("to", format!("must be at most {MAX_DAYS} days after `from`")));
        }
        let at = at.unwrap_or(to);
        if at < from || at > to {
            return Err(InputError::new("at", format!("must be between `from` and `to`, not `{at}`")));
        }
        Ok(Self { jobs, from, to, at })
    }
}

/// Reads the jobs of one cluster.
pub(super) fn read_jobs(
    given: Vec<BackupJob>,
    catalogue: &Catalogue,
    limits: &BackupLimits,
) -> Result<Vec<Job>, InputError> {
    let mut names = BTreeSet::new();
    let mut jobs = Vec::new();
    for (i, job) in given.into_iter().enumerate() {
        let job = read_job(job, i, catalogue, limits).map_err(|error| error.at(i))?;
        if !names.insert(job.name.clone()) {
            return Err(InputError::new("name", format!("duplicate job name {}", quoted(&job.name))).at(i));
        }
        jobs.push(job);
    }
    Ok(jobs)
}

fn read_job(job: BackupJob, index: usize, catalogue: &Catalogue, limits: &BackupLimits) -> Result<Job, InputError> {
    let written = job.schedule.as_str();
    let invalid = |reason| InputError::new("schedule", reason);
    // A macro stands for the five fields that a builder writes for it.
    let known = catalogue.schedule_macro(written.trim()).and_then(|row| row.schedule.as_ref());
    let schedule = request::schedule(known.map_or(written, |schedule| schedule.as_str())).map_err(invalid)?;
    let gap = schedule.gaps().smallest;
    if gap < limits.min_interval_minutes {
        let (gap, min) = (duration(gap), duration(limits.min_interval_minutes));
        return Err(invalid(format!("{} runs again after {gap}; the minimum is {min}", quoted(written))));
    }
    let range = limits.max_backup_count;
    let kept = job.max_backup_count.within(range.min, range.max).map_err(|error| error.inside("maxBackupCount"))?;
    let name = job.name.map_or_else(|| format!("jobs[{index}]"), |name| name.0);
    Ok(Job { name, schedule, kept })
}
