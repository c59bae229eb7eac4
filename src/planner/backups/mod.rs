//! Backups: jobs that meet objectives, and what a set of jobs does over time.
//!
//! [`plan_backups`] goes from `lose at most 6 hours` or `keep 7 daily` to the args of scheduled backups, with starts
//! far enough from each other. [`simulate_backups`] goes the other way: from jobs to their runs and to the restore
//! points that exist at a moment. A backup counts from the minute in which it starts: how long one takes depends on
//! the disk.

mod answer;
mod jobs;
mod plan;
mod request;
mod retention;
mod simulate;
mod timing;
mod window;

pub use answer::{
    BackupArgs, BackupDiagnostic, BackupNote, BackupPlan, BackupRun, BackupSimulation, PlannedBackup, RestorePoint,
};
pub use plan::plan_backups;
pub use simulate::simulate_backups;

/// What paths of refusals and problems begin with.
const ROOT: &str = "request";
/// The largest number of backups to keep that a plan takes, beyond ten years of hourly ones.
const MOST_KEPT: u32 = 100_000;
/// Clusters that one plan covers.
const MOST_CLUSTERS: usize = 500;
/// Jobs that one simulation covers.
const MOST_JOBS: usize = 300;
/// Days that one simulation covers: ten years.
const MOST_DAYS: i64 = 3_653;
/// Runs and restore points that a simulation lists.
const MOST_LISTED: usize = 10_000;
