//! The planner of backups, and the schedules below it.

mod examples;
mod laws;
mod meaning;
mod oracle;
mod schedules;

use eventstorecloud_planner::catalogue::Catalogue;
use eventstorecloud_planner::catalogue::rows::Confidence;
use eventstorecloud_planner::model::request::InputError;
use eventstorecloud_planner::planner::backups::{
    BackupNote, BackupPlan, BackupSimulation, plan_backups, simulate_backups,
};
use serde_json::{Value, json};

use crate::lines::Lines;
use crate::raw;

fn plan(request: &Value) -> Result<BackupPlan, InputError> {
    plan_backups(&raw(request), &Catalogue::default())
}

/// The plan for one cluster, `orders`.
fn plan_of_orders(objectives: Value, window: Value) -> BackupPlan {
    plan(&json!({ "clusters": ["orders"], "objectives": objectives, "window": window })).unwrap()
}

/// A window of the day.
fn window(from: &str, to: &str) -> Value {
    json!({ "from": from, "to": to })
}

fn simulate(request: &Value) -> Result<BackupSimulation, InputError> {
    simulate_backups(&raw(request), &Catalogue::default())
}

/// The notes of a table's answer. The one of low confidence is in every plan.
fn add_notes(lines: &mut Lines, notes: &[BackupNote]) {
    for note in notes.iter().filter(|note| note.confidence != Confidence::Low) {
        lines.add(format!("note: {}", note.message));
    }
}
