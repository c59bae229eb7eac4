//! ScheduledBackup: a recurring backup of one cluster.

use super::kind::{Bounds, Filled, Presence, Property, kind};

kind!(ScheduledBackup, builder = "scheduledBackup", terraform = Some("scheduled_backup"), "A job that backs up one cluster on a schedule. It cannot be updated: every change replaces the job.", {
    PROJECT_ID: Property::id_of("projectId", "Project", "Id of the project of the cluster.").is(Presence::Required),
    SOURCE_CLUSTER_ID: Property::id_of("sourceClusterId", "ManagedCluster", "Id of the cluster to back up.").is(Presence::RequiredByRule),
    DESCRIPTION: Property::text("description", "What the job is called.").is(Presence::RequiredByRule),
    SCHEDULE: Property::text("schedule", "When it runs, in UTC: five cron fields of which day of month and month are `*`; at most hourly. The builder also accepts `@hourly`, `@daily` and `@weekly` and writes them as five fields.").is(Presence::Required),
    BACKUP_DESCRIPTION: Property::text("backupDescription", "What each backup is called; may contain variables such as `{cluster}` and `{datetime:rfc3339}`. The builder completes it.").is(Presence::Completed).filled(Filled::BackupDescription),
    MAX_BACKUP_COUNT: Property::integer("maxBackupCount", "How many backups the job keeps, at least 1; the oldest is removed first.").is(Presence::Required).within(Bounds::Backups),
});
