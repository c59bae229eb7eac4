//! Laws of plans and simulations of backups, on generated requests.

use std::collections::{BTreeMap, BTreeSet};

use eventstorecloud_planner::diagnostic::Report;
use eventstorecloud_planner::planner::backups::{BackupPlan, PlannedBackup};
use eventstorecloud_planner::rules::check_document;
use eventstorecloud_planner::schedule::{Schedule, largest_gap, smallest_distance};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::meaning::{at, runnable, runs, runs_in};
use super::{plan, plan_of_orders, simulate, window};
use crate::generated::inputs;
use crate::raw;

const WEEK: i64 = 7 * 1440;

/// 2027-01-01.
const FROM: i64 = 20_819 * 1440;

fn jobs() -> impl Strategy<Value = Vec<(String, u32)>> {
    let count = prop_oneof![1_u32..4, 1_u32..60, Just(2_147_483_647)];
    proptest::collection::vec((runnable(), count), 1..6)
}

fn request() -> impl Strategy<Value = Value> {
    let count = || proptest::option::weighted(0.4, 1_u32..200);
    let hours = proptest::option::weighted(0.5, prop_oneof![(1_u32..200).prop_map(f64::from), 0.1..40.0]);
    let window = proptest::option::weighted(0.7, (0_u32..1440, prop_oneof![1_u32..90, 1_u32..1440]));
    let keep = (count(), count(), count(), count(), proptest::option::weighted(0.1, 1_u32..20), 0..7);
    (hours, keep, window, prop_oneof![Just(0), -840..=840], 1_usize..8).prop_map(|(hours, keep, window, offset, n)| {
        let (hourly, daily, weekly, weekdays, monthly, day) = keep;
        let mut keep = serde_json::Map::new();
        for (key, count) in
            [("hourly", hourly), ("daily", daily), ("weekly", weekly), ("weekdays", weekdays), ("monthly", monthly)]
        {
            keep.extend(count.map(|count| (key.to_string(), json!(count))));
        }
        if weekly.is_some() {
            keep.insert("weeklyOn".to_string(), json!(day));
        }
        if keep.is_empty() && hours.is_none() {
            keep.insert("daily".to_string(), json!(7));
        }
        let clusters: Vec<String> = (0..n).map(|n| format!("orders-{n}")).collect();
        let mut request = json!({ "clusters": clusters, "objectives": { "keep": keep }, "offsetMinutes": offset });
        if let Some(hours) = hours {
            request["objectives"]["maxLossHours"] = json!(hours);
        }
        if let Some((from, minutes)) = window {
            let clock = |minute: u32| format!("{:02}:{:02}", minute / 60 % 24, minute % 60);
            request["window"] = json!({ "from": clock(from), "to": clock(from + minutes) });
        }
        request
    })
}

/// A program with the jobs of a plan.
fn document(plan: &BackupPlan) -> Value {
    let mut resources = vec![json!({ "kind": "Project", "name": "shop", "args": { "name": "shop" } })];
    resources.push(json!({ "kind": "Network", "name": "net", "args": {
        "projectId": { "ref": "shop" }, "name": "net", "resourceProvider": "aws", "region": "us-east-1", "cidrBlock": "10.20.0.0/16"
    } }));
    let clusters: BTreeSet<&str> = plan.jobs.iter().map(|job| job.cluster.as_str()).collect();
    for cluster in clusters {
        resources.push(json!({ "kind": "ManagedCluster", "name": cluster, "args": {
            "projectId": { "ref": "shop" }, "networkId": { "ref": "net" }, "name": cluster, "topology": "single-node",
            "instanceType": "F1", "diskSize": 16, "diskType": "gp3", "diskIops": 3000, "diskThroughput": 125,
            "serverVersion": "24.10"
        } }));
    }
    for job in &plan.jobs {
        let mut args = serde_json::to_value(&job.args).unwrap();
        args["projectId"] = json!({ "ref": "shop" });
        args["sourceClusterId"] = json!({ "ref": job.cluster });
        resources.push(json!({ "kind": "ScheduledBackup", "name": job.name, "args": args }));
    }
    json!({ "resources": resources })
}

/// The minute of a time of the day.
fn clock(time: &Value) -> i64 {
    let (hour, minute) = time.as_str().unwrap().split_once(':').unwrap();
    hour.parse::<i64>().unwrap() * 60 + minute.parse::<i64>().unwrap()
}

/// How many minutes after the beginning of the window of a request a start is, and how long the window is.
fn in_window(request: &Value, start: u32) -> (i64, i64) {
    let Some(window) = request.get("window") else { return (0, 1440) };
    let (from, to) = (clock(&window["from"]), clock(&window["to"]));
    let after = i64::from(start) + request["offsetMinutes"].as_i64().unwrap() - from;
    (after.rem_euclid(1440), (to - from).rem_euclid(1440))
}

/// What the check may say of the jobs of a plan, why that is right, and the backups to keep that show it.
const ADVICE: [(&str, &str, &str); 2] = [
    ("BAK018", "how many backups are enough, the request says", r#"{ "hourly": 2 }"#),
    ("BAK024", "the plan has a note about the time zone instead", r#"{ "daily": 7 }"#),
];

/// What the check says of the jobs of a plan.
fn said_of(plan: &BackupPlan) -> Report {
    check_document(&raw(&document(plan)), &raw(&json!({ "profile": "advice", "now": "2026-03-21" }))).unwrap()
}

#[test]
fn advice_that_a_plan_may_get_is_still_given() {
    for (code, reason, keep) in ADVICE {
        let keep: Value = serde_json::from_str(keep).unwrap();
        let report = said_of(&plan_of_orders(json!({ "keep": keep }), window("00:00", "24:00")));
        assert!(report.diagnostics.iter().any(|found| found.code == code), "{code} no longer is: {reason}");
    }
}

proptest! {
    #![proptest_config(inputs(96))]

    #[test]
    fn planned_jobs_keep_their_distance_and_their_window(request in request()) {
        let plan = plan(&request).unwrap();
        prop_assert_eq!(plan.ok, plan.diagnostics.is_empty());
        let names: BTreeSet<&str> = plan.jobs.iter().map(|job| job.name.as_str()).collect();
        prop_assert_eq!(names.len(), plan.jobs.len());
        let mut clusters: BTreeMap<&str, Vec<(&PlannedBackup, Schedule)>> = BTreeMap::new();
        for job in &plan.jobs {
            clusters.entry(&job.cluster).or_default().push((job, Schedule::parse(&job.args.schedule).unwrap()));
        }
        let objectives = &request["objectives"];
        for jobs in clusters.values() {
            let schedules: Vec<&Schedule> = jobs.iter().map(|(_, schedule)| schedule).collect();
            prop_assert!(smallest_distance(&schedules).is_none_or(|nearest| nearest.minutes >= 15), "{jobs:?}");
            let loss = largest_gap(&schedules);
            prop_assert_eq!(loss, plan.worst_loss_minutes);
            if plan.ok && let Some(hours) = objectives["maxLossHours"].as_f64() {
                prop_assert!(f64::from(loss.unwrap()) <= hours * 60.0 + 0.01, "{loss:?} minutes: {jobs:?}");
            }
            for (job, schedule) in jobs {
                for start in schedule.starts() {
                    let (after, minutes) = in_window(&request, start);
                    prop_assert!(after < minutes, "{} at {start}", job.name);
                }
            }
        }
        prop_assert_eq!(&plan, &super::plan(&request).unwrap());
    }

    #[test]
    fn the_reach_of_a_plan_is_that_of_its_simulation(request in request(), start in 0_i64..10_080) {
        let mut request = request;
        request["clusters"] = json!(["orders"]);
        for key in ["hourly", "daily", "weekly", "weekdays"] {
            if let Some(count) = request["objectives"]["keep"].get_mut(key) {
                *count = json!(count.as_u64().unwrap().min(100));
            }
        }
        let plan = plan(&request).unwrap();
        let jobs: Vec<Value> = plan.jobs.iter().map(|job| {
            json!({ "name": job.name, "schedule": job.args.schedule, "maxBackupCount": job.args.max_backup_count })
        }).collect();
        let to = FROM + start + 150 * WEEK;
        let simulation = simulate(&json!({ "jobs": jobs, "from": at(FROM).to_string(), "to": at(to).to_string() }));
        let Ok(simulation) = simulation else {
            // Without a job there is nothing to simulate.
            prop_assert!(plan.jobs.is_empty() && !plan.ok);
            return Ok(());
        };
        prop_assert_eq!(simulation.kept_backups, plan.kept_backups);
        prop_assert_eq!(Some(simulation.worst_loss_minutes), plan.worst_loss_minutes);
        prop_assert!(simulation.oldest_restore_point_minutes >= plan.oldest_restore_point_minutes);
    }

    #[test]
    fn a_plan_passes_the_check(request in request()) {
        let plan = plan(&request).unwrap();
        let report = said_of(&plan);
        prop_assert_eq!(report.counts.errors, 0, "{:?}", report.diagnostics);
        for found in report.diagnostics.iter().filter(|found| found.code.starts_with("BAK")) {
            prop_assert!(ADVICE.iter().any(|(code, _, _)| *code == found.code), "{found:?}");
        }
    }
}

proptest! {
    #![proptest_config(inputs(48))]

    #[test]
    fn a_simulation_agrees_with_keeping_backups_by_hand(jobs in jobs(), start in 0_i64..5_000, days in 0_i64..60, percent in 0_i64..=100) {
        let from = FROM + start;
        let to = from + days * 1440 + start % 1440;
        let moment = from + (to - from) * percent / 100;
        let listed: Vec<Value> = jobs.iter().map(|(text, count)| json!({ "schedule": text, "maxBackupCount": count })).collect();
        let simulation = simulate(&json!({
            "jobs": listed, "from": at(from).to_string(), "to": at(to).to_string(), "at": at(moment).to_string()
        })).unwrap();
        let mut all: Vec<(i64, usize)> = Vec::new();
        let mut kept: Vec<(i64, usize)> = Vec::new();
        for (place, (text, count)) in jobs.iter().enumerate() {
            let mut own = Vec::new();
            for run in runs(text, from, to) {
                all.push((run, place));
                if run <= moment {
                    own.push((run, place));
                    if own.len() > usize::try_from(*count).unwrap() {
                        own.remove(0);
                    }
                }
            }
            kept.extend(own);
        }
        all.sort_unstable();
        kept.sort_unstable();
        let shown = |runs: &[(i64, usize)]| -> Vec<(String, String)> {
            runs.iter().take(10_000).map(|(run, place)| (at(*run).to_string(), format!("jobs[{place}]"))).collect()
        };
        prop_assert_eq!(usize::try_from(simulation.total).unwrap(), all.len());
        prop_assert_eq!(usize::try_from(simulation.kept_backups).unwrap(), kept.len());
        prop_assert_eq!(simulation.oldest_restore_point_minutes.map(i64::from), kept.first().map(|(run, _)| moment - run));
        prop_assert_eq!(simulation.runs.into_iter().map(|run| (run.at, run.job)).collect::<Vec<_>>(), shown(&all));
        prop_assert_eq!(simulation.kept_at.into_iter().map(|run| (run.at, run.job)).collect::<Vec<_>>(), shown(&kept));
        // Minute by minute over three weeks, how old the newest backup of any job is.
        let (mut newest, mut worst) = (None, 0);
        let schedules: Vec<_> = jobs.iter().map(|(text, _)| runs_in(text)).collect();
        for minute in FROM..FROM + 3 * WEEK {
            if let Some(run) = newest {
                worst = worst.max(minute - run);
            }
            if schedules.iter().any(|runs_in| runs_in(minute)) {
                newest = Some(minute);
            }
        }
        prop_assert_eq!(i64::from(simulation.worst_loss_minutes), worst);
    }
}
