//! What the planner of backups answers.

use serde::Serialize;

use crate::catalogue::rows::Confidence;

/// Scheduled backups that meet objectives, or what stands in the way. The existing jobs of a cluster count in its numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BackupPlan {
    /// Whether every objective is met.
    pub ok: bool,
    /// The jobs, by cluster. In a plan that is not `ok`, those that are possible.
    pub jobs: Vec<PlannedBackup>,
    /// The objectives that are not met.
    pub diagnostics: Vec<BackupDiagnostic>,
    /// What to know about the plan.
    pub notes: Vec<BackupNote>,
    /// The longest time between a backup of a cluster and its next one, in minutes: the maximum loss. Nothing
    /// when there is no job.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub worst_loss_minutes: Option<u32>,
    /// How old the oldest restore point of a cluster is, in minutes, at the moment when it is youngest: how far back a
    /// restore always reaches once all jobs keep as many backups as they may. Nothing when there is no job.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub oldest_restore_point_minutes: Option<u32>,
    /// The maximum number of backups of one cluster that its jobs keep.
    pub kept_backups: u32,
}

/// One scheduled backup of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PlannedBackup {
    /// The name of the cluster, as it was given.
    pub cluster: String,
    /// A name for the resource: the cluster's with the purpose, such as `orders-hourly`. No two jobs share one.
    pub name: String,
    /// What it is for: `hourly`, `daily`, `weekly`, a day such as `monday`, or `every-6-hours`.
    pub purpose: String,
    /// The args of the ScheduledBackup.
    pub args: BackupArgs,
    /// When it runs, in words.
    pub schedule_description: String,
    /// Which objective requires it.
    pub reason: String,
}

/// The args of a planned ScheduledBackup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BackupArgs {
    /// Id of the project, where the request gives one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub project_id: Option<String>,
    /// Id of the cluster, where the request gives one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub source_cluster_id: Option<String>,
    /// What the job is called.
    pub description: String,
    /// When it runs, in UTC.
    pub schedule: String,
    /// What each backup is called.
    pub backup_description: String,
    /// How many backups the job keeps.
    pub max_backup_count: u32,
}

/// An objective that a plan does not meet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BackupDiagnostic {
    /// The cluster, or nothing where it is the same for all.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub cluster: Option<String>,
    /// Where the objective is in the request.
    pub path: String,
    /// Why it cannot be met: one sentence, in lower case, without the final stop.
    pub message: String,
    /// What to do instead.
    pub help: String,
}

/// Something to know about a plan or a simulation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BackupNote {
    /// One sentence, in lower case, without the final stop.
    pub message: String,
    /// How sure.
    pub confidence: Confidence,
}

/// What a set of jobs of one cluster does over time. The jobs begin at `from`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BackupSimulation {
    /// The runs from `from` to `to`, both included, earliest first; the first 10,000 of them.
    pub runs: Vec<BackupRun>,
    /// How many runs there are.
    pub total: u32,
    /// The moment at which restore points are looked at, in UTC.
    pub at: String,
    /// The restore points that exist then, oldest first; the first 10,000 of them.
    pub kept_at: Vec<RestorePoint>,
    /// How many restore points exist then.
    pub kept_backups: u32,
    /// How old the oldest of them is then, in minutes. Nothing before the first run.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub oldest_restore_point_minutes: Option<u32>,
    /// The longest time between a backup and the next one of any job, in minutes: the maximum loss once each job has
    /// run.
    pub worst_loss_minutes: u32,
    /// What to know about it.
    pub notes: Vec<BackupNote>,
}

/// One run of a simulated job.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BackupRun {
    /// When it starts, in UTC.
    pub at: String,
    /// The job: its name, or its path such as `jobs[0]`.
    pub job: String,
}

/// One backup that is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RestorePoint {
    /// When its run started, in UTC.
    pub at: String,
    /// The job that created it: its name, or its path such as `jobs[0]`.
    pub job: String,
}
