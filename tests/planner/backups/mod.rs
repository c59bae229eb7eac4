//! The planner of backups, and the schedules below it.

mod examples;
mod laws;
