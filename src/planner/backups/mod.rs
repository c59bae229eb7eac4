//! Backups: jobs that meet objectives, and what a set of jobs does over time.
//!
//! [`plan_backups`] goes from `lose at most 6 hours` or `keep 7 daily` to the args of scheduled backups, with starts
//! far enough from each other. [`simulate_backups`] goes the other way: from jobs to their runs and to the restore
//! points that exist at a moment. A backup counts from the minute in which it starts: how long one takes depends on
//! the disk.

mod answer;
mod attempt;
mod history;
mod jobs;
mod offers;
mod plan;
mod request;
mod retention;
mod simulate;
mod timing;
mod window;

pub use answer::{
    BackupArgs, BackupDiagnostic, BackupNote, BackupPlan, BackupRun, BackupSimulation, PlannedBackup, RestorePoint,
};
pub use history::{BackupHistory, BackupJob};
pub use plan::plan_backups;
pub use request::{BackupCluster, BackupObjectives, BackupRequest, BackupWindow, BackupsToKeep};
pub use simulate::simulate_backups;

/// What paths of errors and diagnostics begin with.
const ROOT: &str = "request";
/// The maximum number of backups to keep, beyond ten years of hourly ones.
const MAX_KEPT: u32 = 100_000;
/// The maximum number of clusters in one plan.
const MAX_CLUSTERS: usize = 500;
/// The maximum number of jobs in one simulation.
const MAX_JOBS: usize = 300;
/// The maximum number of days in one simulation: ten years.
const MAX_DAYS: i64 = 3_653;
/// The maximum number of runs, and of restore points, that a simulation lists.
const MAX_LISTED: usize = 10_000;
