//! Single plans and simulations. Most are in tables: `plans.txt` and `simulations.txt`.

use eventstorecloud_planner::model::raw::{Raw, Unusable};
use eventstorecloud_planner::planner::backups::{BackupSimulation, plan_backups, simulate_backups};
use serde_json::{Value, json};

use super::{Catalogue, add_notes, plan, plan_of_orders, simulate, window};
use crate::lines::Lines;
use crate::table;
use crate::{extended, raw};

#[test]
fn plans_are_as_recorded() {
    let usual = json!({ "clusters": ["orders"], "objectives": { "maxLossHours": 6 } });
    table::check("planner/backups/plans.txt", |question| {
        let plan = match plan(&extended(&usual, &serde_json::from_str(question).unwrap())) {
            Ok(plan) => plan,
            Err(refused) => return format!("refused: {refused}"),
        };
        let mut lines = Lines::default();
        for job in &plan.jobs {
            lines.add(format!("{:22} {:13} keeps {}", job.name, job.args.schedule, job.args.max_backup_count));
        }
        if let (Some(loss), Some(reach)) = (plan.worst_loss_minutes, plan.oldest_restore_point_minutes) {
            lines.add(format!("at most {loss} minutes are lost; restore points reach back {reach} minutes"));
        }
        for diagnostic in &plan.diagnostics {
            lines.add(format!("{}: {}", diagnostic.path, diagnostic.message));
            lines.below(&diagnostic.help);
        }
        add_notes(&mut lines, &plan.notes);
        lines.0
    });
}

#[test]
fn simulations_are_as_recorded() {
    let job = json!({ "schedule": "0 */1 * * *", "maxBackupCount": 24 });
    let usual = json!({ "jobs": [job], "from": "2026-11-23T00:00Z", "to": "2026-11-24T00:00Z" });
    table::check("planner/backups/simulations.txt", |question| {
        let simulation = match simulate(&extended(&usual, &serde_json::from_str(question).unwrap())) {
            Ok(simulation) => simulation,
            Err(refused) => return format!("refused: {refused}"),
        };
        let mut lines = Lines::default();
        for run in &simulation.runs {
            let is_kept = simulation.kept_at.iter().any(|kept| (&kept.at, &kept.job) == (&run.at, &run.job));
            lines.add(format!("{} {:8}{}", run.at, run.job, if is_kept { " kept" } else { "" }));
        }
        let BackupSimulation { at, kept_backups, total, worst_loss_minutes, .. } = &simulation;
        let oldest = simulation.oldest_restore_point_minutes.map(|oldest| format!(", the oldest {oldest} minutes old"));
        lines.add(format!("at {at}: {kept_backups} of {total} kept{}", oldest.unwrap_or_default()));
        lines.add(format!("at most {worst_loss_minutes} minutes are lost"));
        add_notes(&mut lines, &simulation.notes);
        lines.0
    });
}

#[test]
fn a_plan_has_the_args_of_each_job_and_what_all_of_them_reach() {
    let plan = plan(&json!({
        "clusters": [{ "name": "b", "projectId": "p", "sourceClusterId": "c" }, "a"],
        "objectives": { "keep": { "hourly": 24, "daily": 7 } },
    }));
    let plan = serde_json::to_value(plan.unwrap()).unwrap();
    assert_eq!(
        plan["jobs"][0],
        json!({
            "cluster": "b", "name": "b-hourly", "purpose": "hourly",
            "args": {
                "projectId": "p", "sourceClusterId": "c", "description": "hourly backup", "schedule": "0 */1 * * *",
                "backupDescription": "{cluster} hourly backup {datetime:rfc3339}", "maxBackupCount": 24
            },
            "scheduleDescription": "every day, every hour at minute 0",
            "reason": "`hourly` requires a backup every hour, and the last 24 are kept"
        })
    );
    assert_eq!(plan["jobs"][2]["args"].get("projectId"), None);
    assert_eq!(plan["worstLossMinutes"], 60);
    assert_eq!(plan["oldestRestorePointMinutes"], 6 * 1440);
    assert_eq!(plan["keptBackups"], 31);
    assert_eq!(
        plan["notes"],
        json!([{
            "message": "the time zone of schedules is not documented; UTC is assumed, and the time of the first backup shows whether that is right",
            "confidence": "low"
        }])
    );
}

#[test]
fn a_plan_without_jobs_has_no_worst_loss() {
    let plan = plan_of_orders(json!({ "maxLossHours": 6 }), window("01:00", "04:00"));
    assert!(!plan.ok && plan.jobs.is_empty());
    assert_eq!((plan.worst_loss_minutes, plan.oldest_restore_point_minutes, plan.kept_backups), (None, None, 0));
}

#[test]
fn a_window_that_is_as_long_as_the_help_says_has_room_for_all() {
    let keeps = [
        json!({ "daily": 7, "weekdays": 5, "weekly": 4, "weeklyOn": 1 }),
        json!({ "weekdays": 5, "weekly": 4, "weeklyOn": 5 }),
    ];
    let mut wide_enough = Vec::new();
    for (number, keep) in keeps.iter().enumerate() {
        for (from, to) in [("00:00", "00:01"), ("01:30", "01:44"), ("23:50", "00:05"), ("12:34", "13:03")] {
            let until = |to: &str| plan_of_orders(json!({ "keep": keep }), window(from, to));
            let Some(diagnostic) = until(to).diagnostics.pop() else {
                wide_enough.push((number, from));
                continue;
            };
            let longer = diagnostic.help.split_once("until `").unwrap().1.split_once('`').unwrap().0;
            assert!(until(longer).ok, "{keep} {from} {to}: {}", diagnostic.help);
        }
    }
    assert_eq!(wide_enough, [(1, "12:34")]);
}

#[test]
fn a_simulation_may_be_ten_years_and_no_longer() {
    let until = |to: &str| {
        simulate(&json!({
            "jobs": [{ "schedule": "0 12 * * *", "maxBackupCount": 7 }],
            "from": "2026-11-23T12:00:00Z", "to": to, "at": "2036-11-23T11:59:00Z"
        }))
    };
    let simulation = until("2036-11-23T12:00:00Z").unwrap();
    assert_eq!((simulation.total, simulation.kept_backups), (3654, 7));
    assert_eq!(simulation.oldest_restore_point_minutes, Some(7 * 1440 - 1));
    assert_eq!(until("2036-11-23T12:00:01Z").unwrap_err().path, "request.to");
}

#[test]
fn requests_of_other_types_are_refused() {
    for odd in
        [Raw::Null, Raw::Unknown, Raw::Unusable(Unusable::Cycle), raw(&json!([])), raw(&json!("x")), raw(&json!({}))]
    {
        assert!(plan_backups(&odd, &Catalogue::default()).is_err(), "{odd:?}");
        assert!(simulate_backups(&odd, &Catalogue::default()).is_err(), "{odd:?}");
    }
}

#[test]
fn requests_that_are_too_long_are_refused_with_their_path_and_in_short() {
    let job = |schedule: String| json!({ "schedule": schedule, "maxBackupCount": 24 });
    let simulation = |jobs: Vec<Value>| {
        simulate(&json!({ "jobs": jobs, "from": "2026-11-23T00:00Z", "to": "2026-11-24T00:00Z" })).unwrap_err()
    };
    let clusters = plan(&json!({ "clusters": vec!["a"; 501], "objectives": { "maxLossHours": 6 } })).unwrap_err();
    assert_eq!(clusters.path, "request.clusters");
    assert_eq!(simulation(vec![job("0 */1 * * *".to_string()); 301]).path, "request.jobs");
    let refused = simulation(vec![job("9".repeat(1_000_000))]);
    assert_eq!(refused.path, "request.jobs[0].schedule");
    assert!(refused.reason.len() < 300, "{refused}");
}

#[test]
fn the_largest_requests_are_answered() {
    let jobs: Vec<Value> = (0..300)
        .map(|n| json!({ "schedule": format!("{} */1 * * *", n % 60), "maxBackupCount": 2_147_483_647 }))
        .collect();
    let simulation =
        simulate(&json!({ "jobs": jobs, "from": "2026-01-01T00:00Z", "to": "2036-01-01T00:00Z" })).unwrap();
    assert_eq!(simulation.total, 300 * 24 * 3652 + 5);
    assert_eq!((simulation.runs.len(), simulation.kept_at.len()), (10_000, 10_000));
    assert_eq!(simulation.kept_backups, simulation.total);
    let clusters: Vec<String> = (0..500).map(|n| format!("c{n}")).collect();
    let keep = json!({ "hourly": 100_000, "daily": 100_000, "weekdays": 100_000, "weekly": 100_000 });
    for (window, hours) in [
        (window("00:00", "00:01"), 1.0),
        (window("00:00", "00:44"), 1.0),
        (window("00:30", "00:00"), 1.0),
        (window("01:00", "00:00"), 1.1),
    ] {
        for keep in [&keep, &json!({ "daily": 1, "weekdays": 1, "weekly": 1 })] {
            let objectives = json!({ "maxLossHours": hours, "keep": keep });
            assert!(plan(&json!({ "clusters": clusters, "objectives": objectives, "window": window })).is_ok());
        }
    }
}
