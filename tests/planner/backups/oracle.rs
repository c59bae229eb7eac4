//! What plans of backups claim, tried minute by minute.

use std::collections::BTreeSet;

use eventstorecloud_planner::planner::backups::{BackupDiagnostic, BackupPlan};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use super::meaning::{runnable, runs};
use super::{plan, simulate};
use crate::generated::inputs;

const DAY: i64 = 1440;
const WEEK: i64 = 7 * DAY;
/// A Sunday.
const SUNDAY: i64 = 3 * DAY;
/// Minutes between two starts of one cluster.
const APART: i64 = 15;

fn clock(minute: i64) -> String {
    format!("{:02}:{:02}", minute / 60 % 24, minute % 60)
}

fn request() -> impl Strategy<Value = Value> {
    let count = |weight: f64| prop::option::weighted(weight, 1_u32..12);
    let hours = prop::option::weighted(0.5, prop_oneof![3 => (0_u32..30).prop_map(f64::from), 1 => 0.0..200.0]);
    let length = prop_oneof![4 => 1_i64..60, 1 => 60_i64..1440, 1 => select(&[720_i64, 721, 1380, 1381, 1439][..])];
    let window = prop::option::weighted(0.7, (0_i64..1440, length));
    let dense = (0_u32..60).prop_map(|minute| format!("{minute} */1 * * *"));
    let jobs = prop::collection::vec((prop_oneof![3 => runnable(), 1 => dense], 1_u32..12), 0..5);
    let keep = (count(0.2), count(0.5), count(0.4), count(0.3), count(0.1), prop::option::of(0..7));
    let offset = prop_oneof![2 => Just(0), 1 => -840..=840];
    (hours, keep, window, offset, prop::collection::vec(jobs, 1..3)).prop_map(
        |(hours, keep, window, offset, clusters)| {
            let (hourly, daily, weekly, weekdays, monthly, day) = keep;
            let mut keep = json!({ "hourly": hourly, "daily": daily, "weekly": weekly, "weekdays": weekdays,
            "monthly": monthly, "weeklyOn": weekly.and(day) });
            keep.as_object_mut().unwrap().retain(|_, value| !value.is_null());
            if keep == json!({}) && hours.is_none() {
                keep = json!({ "daily": 7 });
            }
            let clusters: Vec<Value> = clusters
                .into_iter()
                .enumerate()
                .map(|(number, jobs)| {
                    let jobs: Vec<Value> = jobs
                        .into_iter()
                        .enumerate()
                        .map(|(job, (schedule, kept))| {
                            // Some have the name that a planned job would get.
                            let name = if job == 0 { format!("c{number}-daily") } else { format!("old-{job}") };
                            json!({ "name": name, "schedule": schedule, "maxBackupCount": kept })
                        })
                        .collect();
                    json!({ "name": format!("c{number}"), "existing": jobs })
                })
                .collect();
            let mut request = json!({ "clusters": clusters, "objectives": { "keep": keep }, "offsetMinutes": offset });
            if let Some(hours) = hours {
                request["objectives"]["maxLossHours"] = json!(hours);
            }
            if let Some((from, minutes)) = window {
                request["window"] = json!({ "from": clock(from), "to": clock(from + minutes) });
            }
            request
        },
    )
}

fn minute_of(time: &Value) -> i64 {
    let (hour, minute) = time.as_str().unwrap().split_once(':').unwrap();
    hour.parse::<i64>().unwrap() * 60 + minute.parse::<i64>().unwrap()
}

/// The first minute of the window and its length.
fn window(request: &Value) -> (i64, i64) {
    let Some(window) = request.get("window") else { return (0, DAY) };
    let (from, to) = (minute_of(&window["from"]), minute_of(&window["to"]));
    (from, if (to - from).rem_euclid(DAY) == 0 { DAY } else { (to - from).rem_euclid(DAY) })
}

fn offset(request: &Value) -> i64 {
    request["offsetMinutes"].as_i64().unwrap()
}

fn is_allowed(request: &Value, start: i64) -> bool {
    let (from, minutes) = window(request);
    (start + offset(request) - from).rem_euclid(DAY) < minutes
}

/// The minutes of the week at which a schedule starts.
fn starts(schedule: &str) -> Vec<i64> {
    runs(schedule, SUNDAY, SUNDAY + WEEK - 1).into_iter().map(|run| run - SUNDAY).collect()
}

fn distance(one: i64, other: i64) -> i64 {
    let apart = (one - other).rem_euclid(WEEK);
    apart.min(WEEK - apart)
}

fn are_apart(one: &[i64], other: &[i64]) -> bool {
    one.iter().all(|a| other.iter().all(|b| distance(*a, *b) >= APART))
}

fn largest_gap(starts: &[i64]) -> Option<i64> {
    let mut sorted = starts.to_vec();
    sorted.sort_unstable();
    let first = *sorted.first()?;
    let later = sorted.iter().copied().skip(1).chain([first + WEEK]);
    sorted.iter().zip(later).map(|(start, next)| next - start).max()
}

/// One job, planned or not.
struct Job {
    name: String,
    starts: Vec<i64>,
    schedule: String,
    kept: u64,
    reason: Option<String>,
}

fn planned(plan: &BackupPlan, cluster: &Value) -> Vec<Job> {
    let own = plan.jobs.iter().filter(|job| job.cluster == cluster["name"]);
    own.map(|job| Job {
        name: job.name.clone(),
        starts: starts(&job.args.schedule),
        schedule: job.args.schedule.clone(),
        kept: job.args.max_backup_count.into(),
        reason: Some(job.reason.clone()),
    })
    .collect()
}

fn existing(cluster: &Value) -> Vec<Job> {
    let jobs = cluster["existing"].as_array().unwrap().iter();
    jobs.map(|job| Job {
        name: job["name"].as_str().unwrap().to_string(),
        starts: starts(job["schedule"].as_str().unwrap()),
        schedule: job["schedule"].as_str().unwrap().to_string(),
        kept: job["maxBackupCount"].as_u64().unwrap(),
        reason: None,
    })
    .collect()
}

/// The day of a start: that whose window it is in, or that of the clock.
fn day_of(request: &Value, start: i64) -> i64 {
    let from = if is_allowed(request, start) { window(request).0 } else { 0 };
    (start + offset(request) - from).rem_euclid(WEEK) / DAY
}

/// Whether a job is what a key of `keep` asks for, on one of its days.
fn does(request: &Value, key: &str, day: i64, job: &Job) -> bool {
    let objectives = &request["objectives"]["keep"];
    let wanted = objectives[key].as_u64().unwrap();
    let gaps = |gap: i64| {
        (0..job.starts.len()).all(|n| {
            let next = job.starts.get(n + 1).copied().unwrap_or(job.starts[0] + WEEK);
            next - job.starts[n] == gap
        })
    };
    match key {
        "hourly" => job.kept >= wanted && gaps(60),
        "daily" => job.kept >= wanted && gaps(DAY),
        "weekdays" => job.kept >= wanted.div_ceil(5) && job.starts.len() == 1 && day_of(request, job.starts[0]) == day,
        _ => job.kept >= wanted && job.starts.len() == 1 && day_of(request, job.starts[0]) == day,
    }
}

fn days_of(request: &Value, key: &str) -> Vec<i64> {
    match key {
        "weekdays" => vec![1, 2, 3, 4, 5],
        "weekly" => vec![request["objectives"]["keep"]["weeklyOn"].as_i64().unwrap_or(0)],
        _ => vec![-1],
    }
}

/// Whether there is a time for every job: one time for all days of each, tried one after the other.
fn has_times(request: &Value, jobs: &[Vec<i64>], taken: &[i64]) -> bool {
    let Some((days, others)) = jobs.split_first() else { return true };
    let (from, minutes) = window(request);
    (0..minutes).any(|time| {
        let own: Vec<i64> =
            days.iter().map(|day| (day * DAY + from + time - offset(request)).rem_euclid(WEEK)).collect();
        are_apart(&own, taken) && has_times(request, others, &[taken, &own].concat())
    })
}

/// The diagnostics of a cluster.
fn said_of<'a>(plan: &'a BackupPlan, cluster: &Value) -> Vec<&'a BackupDiagnostic> {
    let is_plain = existing(cluster).is_empty();
    let of = |one: &&BackupDiagnostic| match &one.cluster {
        Some(name) => *name == cluster["name"],
        None => is_plain,
    };
    plan.diagnostics.iter().filter(of).collect()
}

fn check_cluster(request: &Value, plan: &BackupPlan, cluster: &Value) -> Result<(), TestCaseError> {
    let (new, old) = (planned(plan, cluster), existing(cluster));
    let said = said_of(plan, cluster);
    let is_said = |path: &str| said.iter().any(|one| one.path == format!("request.{path}"));
    let names: BTreeSet<&str> = new.iter().chain(&old).map(|job| job.name.as_str()).collect();
    prop_assert_eq!(names.len(), new.len() + old.len());
    for (index, job) in new.iter().enumerate() {
        prop_assert!(job.starts.iter().all(|start| is_allowed(request, *start)), "{} leaves the window", job.schedule);
        for other in old.iter().chain(&new[..index]) {
            prop_assert!(are_apart(&job.starts, &other.starts), "{} is near {}", job.schedule, other.schedule);
        }
    }
    // Each kind of backup is kept by a job, and only where no job did it already by a new one.
    let keep = request["objectives"]["keep"].as_object().unwrap();
    for key in keep.keys().filter(|key| !["weeklyOn", "monthly"].contains(&key.as_str())) {
        for day in days_of(request, key) {
            let does = |job: &&Job| does(request, key, day, job);
            let is_new = |job: &&Job| job.reason.as_ref().is_some_and(|reason| reason.starts_with(&format!("`{key}`")));
            let done_already = old.iter().any(|job| does(&job));
            let missing = is_said("window") || is_said(&format!("objectives.keep.{key}"));
            let by_new = new.iter().filter(is_new).filter(does).count();
            prop_assert_eq!(by_new, usize::from(!done_already && by_new == 1), "{}", key);
            prop_assert!(done_already || missing || by_new == 1, "nothing keeps {key}");
        }
    }
    prop_assert_eq!(is_said("objectives.keep.monthly"), keep.contains_key("monthly"));
    if is_said("objectives.keep.hourly") {
        let closed = DAY - (window(request).1 - 1);
        let hourly = |minute: i64| starts(&format!("{minute} * * * *"));
        let fits = (0..60).any(|minute| hourly(minute).iter().all(|start| is_allowed(request, *start)));
        prop_assert!(!fits);
        prop_assert!(closed > 60);
    }
    // Where a job found no time, there is none, whatever the times of the others are.
    let of_loss = |job: &Job| job.reason.as_ref().is_some_and(|reason| reason.starts_with("`maxLossHours`"));
    if is_said("window") && request["objectives"].get("maxLossHours").is_none() {
        let mut jobs: Vec<Vec<i64>> = Vec::new();
        for key in ["daily", "weekdays", "weekly"].into_iter().filter(|key| keep.contains_key(*key)) {
            let missing = |day: &i64| !old.iter().any(|job| does(request, key, *day, job));
            let days: Vec<i64> = days_of(request, key).into_iter().filter(missing).collect();
            if !days.is_empty() {
                jobs.push(if key == "daily" { (0..7).collect() } else { days });
            }
        }
        let taken: Vec<i64> = old.iter().flat_map(|job| job.starts.clone()).collect();
        let hourly = keep.contains_key("hourly")
            && !is_said("objectives.keep.hourly")
            && !old.iter().any(|job| does(request, "hourly", -1, job));
        let minutes = if hourly {
            (0..60).map(|minute| starts(&format!("{minute} * * * *"))).collect()
        } else {
            vec![Vec::new()]
        };
        for leading in minutes {
            let fits = leading.iter().all(|start| is_allowed(request, *start)) && are_apart(&leading, &taken);
            let found = fits && has_times(request, &jobs, &[taken.clone(), leading].concat());
            prop_assert!(!found, "there is a time");
        }
    }
    // The loss.
    let all: Vec<i64> = new.iter().chain(&old).flat_map(|job| job.starts.clone()).collect();
    if let Some(hours) = request["objectives"]["maxLossHours"].as_f64() {
        let max = hours * 60.0 + 0.01;
        let minutes = |minutes: i64| f64::from(u32::try_from(minutes).unwrap());
        let is_met = largest_gap(&all).is_some_and(|gap| minutes(gap) <= max);
        prop_assert!(is_met || is_said("objectives.maxLossHours") || is_said("window"), "{:?}", largest_gap(&all));
        if is_said("objectives.maxLossHours") && max >= 60.0 {
            prop_assert!(minutes(DAY - window(request).1 + 1) > max);
        }
    } else {
        prop_assert!(!new.iter().any(of_loss));
    }
    Ok(())
}

/// The numbers of a plan are those of the worst cluster.
fn check_numbers(request: &Value, plan: &BackupPlan) -> Result<(), TestCaseError> {
    let clusters = request["clusters"].as_array().unwrap();
    let jobs: Vec<Vec<Job>> =
        clusters.iter().map(|cluster| planned(plan, cluster).into_iter().chain(existing(cluster)).collect()).collect();
    let gap = |jobs: &Vec<Job>| largest_gap(&jobs.iter().flat_map(|job| job.starts.clone()).collect::<Vec<_>>());
    prop_assert_eq!(plan.worst_loss_minutes.map(i64::from), jobs.iter().filter_map(gap).max());
    let kept = jobs.iter().map(|jobs| jobs.iter().map(|job| job.kept).sum::<u64>()).max().unwrap();
    prop_assert_eq!(u64::from(plan.kept_backups), kept);
    for jobs in jobs.iter().filter(|jobs| !jobs.is_empty()) {
        let listed: Vec<Value> = jobs
            .iter()
            .map(|job| json!({ "name": job.name, "schedule": job.schedule, "maxBackupCount": job.kept }))
            .collect();
        let seen =
            simulate(&json!({ "jobs": listed, "from": "2026-01-01T00:00Z", "to": "2028-01-01T11:17Z" })).unwrap();
        prop_assert!(seen.oldest_restore_point_minutes >= plan.oldest_restore_point_minutes);
    }
    Ok(())
}

/// Each change that a help names, made: the diagnostic is gone, and there is no other.
fn check_offers(request: &Value, plan: &BackupPlan) -> Result<(), TestCaseError> {
    let key = |one: &BackupDiagnostic| (one.cluster.clone(), one.path.clone());
    let before: BTreeSet<_> = plan.diagnostics.iter().map(key).collect();
    for diagnostic in &plan.diagnostics {
        for offer in diagnostic.help.split(", or ") {
            let mut changed = request.clone();
            let words: Vec<&str> = offer.split('`').collect();
            let objectives = &mut changed["objectives"];
            match offer {
                _ if offer.starts_with("set `maxLossHours`") => {
                    objectives["maxLossHours"] = json!(words[3].parse::<u32>().unwrap());
                }
                _ if offer.starts_with("make the window") => changed["window"]["to"] = json!(words[1]),
                _ if offer.starts_with("remove `monthly` and set") => {
                    let keep = objectives["keep"].as_object_mut().unwrap();
                    keep.remove("monthly");
                    keep.insert("weekly".to_string(), json!(words[5].parse::<u32>().unwrap()));
                }
                _ if offer.starts_with("remove ") => {
                    for key in words.iter().skip(1).step_by(2) {
                        objectives.as_object_mut().unwrap().remove(*key);
                        objectives["keep"].as_object_mut().unwrap().remove(*key);
                        if *key == "window" {
                            changed.as_object_mut().unwrap().remove(*key);
                            break;
                        }
                    }
                }
                _ => {
                    prop_assert_eq!(offer, "change the objectives or the window");
                    continue;
                }
            }
            let next = super::plan(&changed).map_err(|refused| TestCaseError::fail(format!("{offer}: {refused}")))?;
            let after: BTreeSet<_> = next.diagnostics.iter().map(key).collect();
            prop_assert!(!after.contains(&key(diagnostic)), "{}: {:?}", offer, diagnostic);
            prop_assert!(after.is_subset(&before), "{}: {:?}", offer, next.diagnostics);
            let is_placed = after.iter().all(|(_, path)| path != "request.window");
            if let Some((_, days)) = offer.split_once("at least ").filter(|_| is_placed) {
                let days: u32 = days.split(' ').next().unwrap().parse().unwrap();
                prop_assert!(next.oldest_restore_point_minutes >= Some(days * 1440), "{}", offer);
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(inputs(96))]

    #[test]
    fn what_plans_claim_holds_minute_by_minute(request in request()) {
        let plan = plan(&request).unwrap();
        prop_assert_eq!(plan.ok, plan.diagnostics.is_empty());
        for cluster in request["clusters"].as_array().unwrap() {
            check_cluster(&request, &plan, cluster)?;
        }
        check_numbers(&request, &plan)?;
        check_offers(&request, &plan)?;
    }
}
