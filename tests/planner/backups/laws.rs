//! Laws of the planner of backups and of the schedules below it, against plain and slow answers.

use std::collections::{BTreeMap, BTreeSet};

use eventstorecloud_planner::catalogue::Catalogue;
use eventstorecloud_planner::model::raw::Raw;
use eventstorecloud_planner::model::reader::InputError;
use eventstorecloud_planner::planner::backups::{
    BackupPlan, BackupSimulation, PlannedBackup, plan_backups, simulate_backups,
};
use eventstorecloud_planner::rules::check_document;
use eventstorecloud_planner::schedule::{Instant, Schedule, largest_gap, smallest_distance};
use proptest::prelude::*;
use serde_json::{Value, json};

const WEEK: i64 = 7 * 1440;

fn raw(value: &Value) -> Raw {
    serde_json::from_value(value.clone()).unwrap()
}

fn plan(request: &Value) -> Result<BackupPlan, InputError> {
    plan_backups(&raw(request), &Catalogue::default())
}

fn simulate(request: &Value) -> Result<BackupSimulation, InputError> {
    simulate_backups(&raw(request), &Catalogue::default())
}

fn schedules(jobs: &[&PlannedBackup]) -> Vec<Schedule> {
    jobs.iter().map(|job| Schedule::parse(&job.args.schedule).unwrap()).collect()
}

/// The jobs as short lines: name, schedule, count.
fn lines(plan: &BackupPlan) -> Vec<String> {
    let line = |job: &PlannedBackup| format!("{} {} {}", job.name, job.args.schedule, job.args.max_backup_count);
    plan.jobs.iter().map(line).collect()
}

fn at(minute: i64) -> Instant {
    Instant::from_seconds(minute * 60).unwrap()
}

/// The meaning of a schedule, minute by minute: slow and plain. Minutes since 1970-01-01, a Thursday.
fn runs_at(text: &str, minute: i64) -> bool {
    let fields: Vec<&str> = text.split(' ').collect();
    let says = |field: &str, value: i64| match field.strip_prefix("*/") {
        Some(step) => value % step.parse::<i64>().unwrap() == 0,
        None => field == "*" || field.parse::<i64>().unwrap() == value,
    };
    let weekday = (minute / 1440 + 4) % 7;
    says(fields[0], minute % 60)
        && says(fields[1], minute / 60 % 24)
        && (says(fields[4], weekday) || fields[4] == "7" && weekday == 0)
}

/// All runs in some minutes, both included.
fn runs(text: &str, from: i64, to: i64) -> Vec<i64> {
    (from..=to).filter(|minute| runs_at(text, *minute)).collect()
}

fn found(runs: impl Iterator<Item = Instant>) -> Vec<i64> {
    runs.map(|run| run.seconds() / 60).collect()
}

/// Runs of one schedule over two years, forwards, backwards and between, against runs that are given.
fn agrees(schedule: &Schedule, from: i64, to: i64, expected: &[i64]) {
    let text = schedule.to_string();
    assert_eq!(found(schedule.between(at(from), at(to))), expected, "{text}");
    let until = at(to);
    let forwards = std::iter::successors(schedule.first_from(at(from)), |run| schedule.next_after(*run));
    assert_eq!(found(forwards.take_while(|run| *run <= until)), expected, "{text}");
    let backwards = std::iter::successors(schedule.previous_before(at(to + 1)), |run| schedule.previous_before(*run));
    let mut backwards = found(backwards.take_while(|run| *run >= at(from)));
    backwards.reverse();
    assert_eq!(backwards, expected, "{text}");
    assert_eq!(schedule.count_between(at(from), at(to)), expected.len() as u64, "{text}");
    assert_eq!(schedule.nth_from(at(from), 0).map(|run| run.seconds() / 60), expected.first().copied(), "{text}");
}

/// Two years that hold a leap day: 2027 and 2028.
const FROM: i64 = 20_819 * 1440;
const TO: i64 = FROM + 731 * 1440 - 1;

#[test]
fn every_time_of_every_day_runs_as_it_says() {
    assert_eq!(at(FROM).to_string(), "2027-01-01T00:00:00Z");
    assert_eq!(at(TO).to_string(), "2028-12-31T23:59:00Z");
    for minute in 0..60_i64 {
        for hour in 0..24_i64 {
            let time = hour * 60 + minute;
            let daily: Vec<i64> = (0..731).map(|n| FROM + n * 1440 + time).collect();
            agrees(&Schedule::parse(&format!("{minute} {hour} * * *")).unwrap(), FROM, TO, &daily);
            for day in 0..8_i64 {
                let text = format!("{minute} {hour} * * {day}");
                // 1970-01-04 was a Sunday: every week repeats from there.
                let first = 3 * 1440 + day % 7 * 1440 + time;
                let since = first + (FROM - first).div_euclid(WEEK) * WEEK;
                let weekly = (0..107).map(|n| since + n * WEEK).filter(|m| (FROM..=TO).contains(m));
                let weekly: Vec<i64> = weekly.collect();
                assert!(runs_at(&text, weekly[0]));
                agrees(&Schedule::parse(&text).unwrap(), FROM, TO, &weekly);
            }
        }
    }
}

#[test]
fn every_wildcard_runs_as_it_says() {
    // A week and a day, minute by minute, of the schedules with `*` and steps.
    for minute in ["*", "*/7", "*/15", "*/60", "0", "17", "59"] {
        for hour in ["*", "*/1", "*/5", "*/6", "*/12", "*/24", "0", "23"] {
            for day in ["*", "*/1", "*/2", "0", "4", "7"] {
                let text = format!("{minute} {hour} * * {day}");
                let (from, to) = (FROM + 83 * 1440 + 11, FROM + 91 * 1440 + 11);
                agrees(&Schedule::parse(&text).unwrap(), from, to, &runs(&text, from, to));
            }
        }
    }
}

/// The first minute of the two years to the last, minute by minute, of schedules of every rate.
#[test]
fn sampled_rates_run_as_they_say_for_two_years() {
    for text in ["* * * * *", "*/15 * * * *", "7 * * * 1", "0 */5 * * *", "59 */6 * * 7", "*/20 3 * * */2"] {
        agrees(&Schedule::parse(text).unwrap(), FROM, TO, &runs(text, FROM, TO));
    }
}

fn any_schedule() -> impl Strategy<Value = String> {
    let field = |max: u32| {
        prop_oneof![
            Just("*".to_string()),
            (0..=max).prop_map(|n| n.to_string()),
            (1..max + 9).prop_map(|n| format!("*/{n}"))
        ]
    };
    (field(59), field(23), field(7)).prop_map(|(m, h, d)| format!("{m} {h} * * {d}"))
}

/// A schedule that a backup can have.
fn runnable() -> impl Strategy<Value = String> {
    let hour = prop_oneof![
        Just("*".to_string()),
        (0_u32..24).prop_map(|hour| hour.to_string()),
        (1_u32..12).prop_map(|step| format!("*/{step}"))
    ];
    let day = prop_oneof![3 => Just("*".to_string()), 2 => (0_u32..8).prop_map(|day| day.to_string())];
    (0_u32..60, hour, day).prop_map(|(minute, hour, day)| format!("{minute} {hour} * * {day}"))
}

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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn printing_and_parsing_are_inverse(text in any_schedule()) {
        let schedule = Schedule::parse(&text).unwrap();
        prop_assert_eq!(schedule.to_string(), text);
        prop_assert_eq!(Schedule::parse(&schedule.to_string()), Ok(schedule));
    }

    #[test]
    fn two_spellings_have_the_same_runs_when_their_weeks_are_equal(one in any_schedule(), other in any_schedule()) {
        let (one, other) = (Schedule::parse(&one).unwrap(), Schedule::parse(&other).unwrap());
        prop_assert_eq!(one.same_runs(&other), one.starts() == other.starts());
        prop_assert!(one.same_runs(&one));
    }

    #[test]
    fn distances_agree_with_comparing_all_starts(texts in proptest::collection::vec(runnable(), 0..5)) {
        let schedules: Vec<Schedule> = texts.iter().map(|text| Schedule::parse(text).unwrap()).collect();
        let mut least: Option<u32> = None;
        for (i, one) in schedules.iter().enumerate() {
            for other in &schedules[..i] {
                for a in one.starts() {
                    for b in other.starts() {
                        let apart = a.abs_diff(b);
                        let apart = apart.min(10_080 - apart);
                        least = Some(least.map_or(apart, |least| least.min(apart)));
                    }
                }
            }
        }
        let nearest = smallest_distance(&schedules.iter().collect::<Vec<_>>());
        prop_assert_eq!(nearest.map(|nearest| nearest.minutes), least);
        if let Some(nearest) = nearest {
            prop_assert!(nearest.one < nearest.other);
            prop_assert_eq!(schedules[nearest.one].distance(&schedules[nearest.other]), nearest.minutes);
        }
    }

    #[test]
    fn planned_jobs_keep_their_distance_and_their_window(request in request()) {
        let plan = plan(&request).unwrap();
        prop_assert_eq!(plan.ok, plan.diagnostics.is_empty());
        let names: BTreeSet<&str> = plan.jobs.iter().map(|job| job.name.as_str()).collect();
        prop_assert_eq!(names.len(), plan.jobs.len());
        let mut clusters: BTreeMap<&str, Vec<&PlannedBackup>> = BTreeMap::new();
        for job in &plan.jobs {
            clusters.entry(&job.cluster).or_default().push(job);
        }
        let hours = request["objectives"]["maxLossHours"].as_f64();
        for jobs in clusters.values() {
            let all = schedules(jobs);
            let all: Vec<&Schedule> = all.iter().collect();
            if let Some(nearest) = smallest_distance(&all) {
                prop_assert!(nearest.minutes >= 15, "{:?}", lines(&plan));
            }
            let loss = largest_gap(&all).unwrap();
            prop_assert_eq!(Some(loss), plan.worst_loss_minutes);
            if let Some(hours) = hours.filter(|_| plan.ok) {
                prop_assert!(f64::from(loss) <= hours * 60.0 + 0.01, "{loss} minutes: {:?}", lines(&plan));
            }
            for (job, schedule) in jobs.iter().zip(&all).filter(|(job, _)| job.purpose != "hourly" || hours.is_some() && request["objectives"]["keep"].get("hourly").is_none()) {
                let Some(window) = request.get("window") else { continue };
                let clock = |key: &str| {
                    let (hour, minute) = window[key].as_str().unwrap().split_once(':').unwrap();
                    hour.parse::<i64>().unwrap() * 60 + minute.parse::<i64>().unwrap()
                };
                let minutes = (clock("to") - clock("from")).rem_euclid(1440);
                let offset = request["offsetMinutes"].as_i64().unwrap();
                for start in schedule.starts() {
                    let after = (i64::from(start) + offset - clock("from")).rem_euclid(1440);
                    prop_assert!(after < minutes, "{} at {start}", job.name);
                }
            }
        }
        prop_assert_eq!(&plan, &self::plan(&request).unwrap());
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
        prop_assume!(!plan.jobs.is_empty());
        let jobs: Vec<Value> = plan.jobs.iter().map(|job| {
            json!({ "name": job.name, "schedule": job.args.schedule, "maxBackupCount": job.args.max_backup_count })
        }).collect();
        let to = FROM + start + 150 * WEEK;
        let simulation = simulate(&json!({ "jobs": jobs, "from": at(FROM).to_string(), "to": at(to).to_string() })).unwrap();
        prop_assert_eq!(simulation.kept_backups, plan.kept_backups);
        prop_assert_eq!(Some(simulation.worst_loss_minutes), plan.worst_loss_minutes);
        prop_assert!(simulation.oldest_restore_point_minutes >= plan.oldest_restore_point_minutes);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_simulation_agrees_with_keeping_backups_by_hand(jobs in jobs(), start in 0_i64..5_000, days in 0_i64..60, part in 0.0..1.0) {
        let from = FROM + start;
        let to = from + days * 1440 + start % 1440;
        let moment = from + ((to - from) as f64 * part) as i64;
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
                    if own.len() as u64 > u64::from(*count) {
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
        prop_assert_eq!(simulation.total as usize, all.len());
        prop_assert_eq!(simulation.kept_backups as usize, kept.len());
        prop_assert_eq!(simulation.oldest_restore_point_minutes, kept.first().map(|(run, _)| (moment - run) as u32));
        prop_assert_eq!(simulation.runs.into_iter().map(|run| (run.at, run.job)).collect::<Vec<_>>(), shown(&all));
        prop_assert_eq!(simulation.kept_at.into_iter().map(|run| (run.at, run.job)).collect::<Vec<_>>(), shown(&kept));
        // Minute by minute over three weeks, how old the newest backup of any job is.
        let (mut newest, mut worst) = (None, 0);
        for minute in FROM..FROM + 3 * WEEK {
            if let Some(run) = newest {
                worst = worst.max(minute - run);
            }
            if jobs.iter().any(|(text, _)| runs_at(text, minute)) {
                newest = Some(minute);
            }
        }
        prop_assert_eq!(i64::from(simulation.worst_loss_minutes), worst);
    }

    #[test]
    fn a_plan_passes_the_check(request in request()) {
        let plan = plan(&request).unwrap();
        let document = document(&plan);
        let report = check_document(raw(&document), &raw(&json!({ "profile": "advice", "now": "2026-03-21" }))).unwrap();
        let near: Vec<_> = report.diagnostics.iter().filter(|d| ["BAK019", "BAK020"].contains(&d.code)).collect();
        prop_assert!(near.is_empty(), "{near:?}");
        prop_assert_eq!(report.counts.errors, 0, "{:?}", report.diagnostics);
        let advice = ["BAK018", "BAK024"];
        let other: Vec<_> = report.diagnostics.iter().filter(|d| d.code.starts_with("BAK") && !advice.contains(&d.code)).collect();
        prop_assert!(other.is_empty(), "{other:?}");
    }
}
