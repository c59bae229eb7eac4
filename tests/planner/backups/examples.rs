//! What the planner of backups answers to plain requests, and to hostile ones.

use std::time::{Duration, Instant as Clock};

use eventstorecloud_planner::catalogue::Catalogue;
use eventstorecloud_planner::catalogue::rows::Confidence;
use eventstorecloud_planner::model::raw::{Raw, Unusable};
use eventstorecloud_planner::planner::backups::{BackupPlan, BackupSimulation, plan_backups, simulate_backups};
use serde_json::{Value, json};

fn raw(value: Value) -> Raw {
    serde_json::from_value(value).unwrap()
}

fn plan(objectives: Value, more: Value) -> BackupPlan {
    let mut request = json!({ "clusters": ["orders"], "objectives": objectives });
    request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    plan_backups(&raw(request), &Catalogue::default()).unwrap()
}

fn simulate(request: Value) -> BackupSimulation {
    simulate_backups(&raw(request), &Catalogue::default()).unwrap()
}

/// The jobs as short lines: name, schedule, count.
fn lines(plan: &BackupPlan) -> Vec<String> {
    let line = |job: &_| {
        let job: &eventstorecloud_planner::planner::backups::PlannedBackup = job;
        format!("{}: {} x{}", job.name, job.args.schedule, job.args.max_backup_count)
    };
    plan.jobs.iter().map(line).collect()
}

fn good(objectives: Value, more: Value) -> Vec<String> {
    let plan = plan(objectives, more);
    assert!(plan.ok, "{:?}", plan.diagnostics);
    lines(&plan)
}

#[test]
fn a_loss_becomes_the_rarest_even_step() {
    for (hours, job) in [
        (json!(1), "orders-hourly: 0 */1 * * * x24"),
        (json!(1.5), "orders-hourly: 0 */1 * * * x24"),
        (json!(5), "orders-every-4-hours: 0 */4 * * * x6"),
        (json!(6), "orders-every-6-hours: 0 */6 * * * x4"),
        (json!(23), "orders-every-12-hours: 0 */12 * * * x2"),
        (json!(24), "orders-daily: 0 0 * * * x7"),
        (json!(100), "orders-daily: 0 0 * * * x7"),
        (json!(168), "orders-weekly: 0 0 * * 0 x4"),
    ] {
        assert_eq!(good(json!({ "maxLossHours": hours }), json!({})), [job]);
    }
}

#[test]
fn backups_to_keep_become_jobs_half_an_hour_apart() {
    let night = json!({ "window": { "from": "01:00", "to": "04:00" } });
    assert_eq!(
        good(json!({ "keep": { "hourly": 24, "daily": 7, "weekly": 4 } }), night.clone()),
        ["orders-hourly: 0 */1 * * * x24", "orders-daily: 30 1 * * * x7", "orders-weekly: 30 2 * * 0 x4"]
    );
    assert_eq!(
        good(json!({ "keep": { "daily": 7, "weekly": 4, "weeklyOn": 3 } }), night.clone()),
        ["orders-daily: 0 1 * * * x7", "orders-weekly: 30 1 * * 3 x4"]
    );
    assert_eq!(
        good(json!({ "keep": { "weekdays": 12, "weekly": 4 } }), night),
        [
            "orders-monday: 0 1 * * 1 x3",
            "orders-tuesday: 0 1 * * 2 x3",
            "orders-wednesday: 0 1 * * 3 x3",
            "orders-thursday: 0 1 * * 4 x3",
            "orders-friday: 0 1 * * 5 x3",
            "orders-weekly: 0 1 * * 0 x4"
        ]
    );
    assert_eq!(
        good(json!({ "maxLossHours": 24, "keep": { "daily": 30 } }), json!({})),
        ["orders-daily: 0 0 * * * x30"]
    );
    // Weekdays and a Sunday are two days apart at most.
    assert_eq!(good(json!({ "maxLossHours": 48, "keep": { "weekdays": 5, "weekly": 4 } }), json!({})).len(), 6);
    assert_eq!(good(json!({ "maxLossHours": 47, "keep": { "weekdays": 5, "weekly": 4 } }), json!({})).len(), 7);
    assert_eq!(
        good(json!({ "maxLossHours": 6, "keep": { "daily": 30 } }), json!({})),
        ["orders-every-6-hours: 0 */6 * * * x4", "orders-daily: 30 0 * * * x30"]
    );
}

#[test]
fn a_window_is_read_from_its_own_clocks() {
    let keep = json!({ "keep": { "daily": 7, "weekly": 4, "weeklyOn": 1 } });
    let window =
        |from: &str, to: &str, offset: i32| json!({ "window": { "from": from, "to": to }, "offsetMinutes": offset });
    // 01:00 in Sydney on a Monday is still Sunday in UTC.
    assert_eq!(
        good(keep.clone(), window("01:00", "04:00", 600)),
        ["orders-daily: 0 15 * * * x7", "orders-weekly: 30 15 * * 0 x4"]
    );
    // The window of Monday begins on Monday, and goes on past midnight.
    assert_eq!(
        good(keep.clone(), window("23:45", "02:00", 0)),
        ["orders-daily: 45 23 * * * x7", "orders-weekly: 15 0 * * 2 x4"]
    );
    assert_eq!(
        good(keep, window("22:00", "24:00", -330)),
        ["orders-daily: 30 3 * * * x7", "orders-weekly: 0 4 * * 2 x4"]
    );
}

#[test]
fn a_narrow_window_gets_the_smaller_distance() {
    let window = json!({ "window": { "from": "01:00", "to": "01:20" } });
    assert_eq!(
        good(json!({ "keep": { "daily": 7, "weekly": 4 } }), window.clone()),
        ["orders-daily: 0 1 * * * x7", "orders-weekly: 15 1 * * 0 x4"]
    );
    assert_eq!(
        good(json!({ "keep": { "hourly": 24, "daily": 7, "weekly": 4 } }), window),
        ["orders-hourly: 30 */1 * * * x24", "orders-daily: 0 1 * * * x7", "orders-weekly: 15 1 * * 0 x4"]
    );
}

#[test]
fn a_window_that_is_too_short_says_by_how_much() {
    let plan =
        plan(json!({ "keep": { "daily": 7, "weekly": 4 } }), json!({ "window": { "from": "01:00", "to": "01:10" } }));
    assert!(!plan.ok);
    assert_eq!(lines(&plan), ["orders-daily: 0 1 * * * x7"]);
    assert_eq!(
        plan.diagnostics[0].message,
        "the window is too short for `weekly`: each backup must start at least 15 minutes from the other backups of the cluster"
    );
    assert_eq!(
        plan.diagnostics[0].help,
        "make the window 6 minutes longer, until `01:16`, or keep fewer kinds of backups"
    );
    assert!(
        self::plan(
            json!({ "keep": { "daily": 7, "weekly": 4 } }),
            json!({ "window": { "from": "01:00", "to": "01:16" } })
        )
        .ok
    );
}

#[test]
fn of_the_jobs_that_do_not_all_find_a_time_as_many_as_can_do() {
    let plan = plan(
        json!({ "keep": { "hourly": 24, "daily": 7, "weekly": 4 } }),
        json!({ "window": { "from": "01:00", "to": "01:10" } }),
    );
    assert!(!plan.ok);
    // The first minute of the hour that leaves the daily one room in the window, which is fifteen minutes from it.
    assert_eq!(lines(&plan), ["orders-hourly: 15 */1 * * * x24", "orders-daily: 0 1 * * * x7"]);
    assert_eq!(
        plan.diagnostics[0].message,
        "the window is too short for `weekly`: each backup must start at least 15 minutes from the other backups of the cluster"
    );
}

#[test]
fn two_backups_a_day_are_as_far_apart_as_others() {
    // A loss of a minute less than a day takes two backups a day, and the window has two minutes.
    let loss =
        |to: &str| plan(json!({ "maxLossHours": 1439.0 / 60.0 }), json!({ "window": { "from": "01:00", "to": to } }));
    let narrow = loss("01:02");
    assert!(!narrow.ok && narrow.jobs.is_empty());
    assert_eq!(
        (narrow.diagnostics[0].message.as_str(), narrow.diagnostics[0].help.as_str()),
        (
            "the window is too short for `maxLossHours`: each backup must start at least 15 minutes from the other backups of the cluster",
            "make the window 14 minutes longer, until `01:16`, or keep fewer kinds of backups"
        )
    );
    assert_eq!(lines(&loss("01:16")), ["orders-daily-1: 0 1 * * * x1", "orders-daily-2: 15 1 * * * x1"]);
}

#[test]
fn the_minute_at_which_a_window_ends_is_no_longer_in_it() {
    let window = |from: &str, to: &str| json!({ "window": { "from": from, "to": to } });
    assert_eq!(
        good(json!({ "maxLossHours": 13 }), window("12:00", "24:00")),
        ["orders-daily-1: 0 12 * * * x1", "orders-daily-2: 59 23 * * * x1"]
    );
    assert_eq!(
        good(json!({ "maxLossHours": 13 }), window("12:00", "00:01")),
        ["orders-every-12-hours: 0 */12 * * * x2"]
    );
}

#[test]
fn notes_say_what_a_plan_assumes() {
    let notes = |objectives: Value, more: Value| {
        let notes = plan(objectives, more).notes;
        notes.iter().map(|note| (note.message.clone(), note.confidence)).collect::<Vec<_>>()
    };
    let high = |message: &str| (message.to_string(), Confidence::High);
    let zone = (
        "the time zone of schedules is not documented; UTC is assumed, and the time of the first backup shows whether that is right".to_string(),
        Confidence::Low,
    );
    let outside = high("hourly backups also start outside the window; only backups with a time of day keep to it");
    let clocks = |side: &str| {
        high(&format!(
            "times and days are those of a clock {side} UTC all year; a schedule may name the day before or after, and daylight saving time moves the backups"
        ))
    };
    let hourly = || json!({ "keep": { "hourly": 24 } });
    let daily = || json!({ "keep": { "daily": 7 } });
    let window = |from: &str, to: &str| json!({ "window": { "from": from, "to": to } });
    for (objectives, more, expected) in [
        (hourly(), json!({}), vec![zone.clone()]),
        (hourly(), window("00:00", "24:00"), vec![zone.clone()]),
        (hourly(), window("00:00", "23:59"), vec![outside, zone.clone()]),
        (daily(), window("01:00", "04:00"), vec![zone.clone()]),
        (daily(), json!({ "offsetMinutes": 0 }), vec![zone.clone()]),
        (daily(), json!({ "offsetMinutes": 1 }), vec![zone.clone(), clocks("1 minute ahead of")]),
        (daily(), json!({ "offsetMinutes": -330 }), vec![zone.clone(), clocks("5 hours 30 minutes behind")]),
        (
            json!({ "maxLossHours": 24, "keep": { "daily": 7 } }),
            json!({}),
            vec![
                high("`maxLossHours` requires no job of its own; the other backups are frequent enough"),
                zone.clone(),
            ],
        ),
        (
            json!({ "keep": { "weekdays": 12 } }),
            json!({}),
            vec![
                high(
                    "a schedule names one day or every day, so `weekdays` becomes five jobs that keep 3 backups each, 15 in total",
                ),
                zone.clone(),
            ],
        ),
    ] {
        assert_eq!(notes(objectives, more), expected);
    }
}

#[test]
fn a_window_that_is_as_long_as_the_help_says_has_room_for_all() {
    let keeps = [
        json!({ "hourly": 24, "daily": 7, "weekdays": 5, "weekly": 4, "weeklyOn": 1 }),
        json!({ "daily": 7, "weekdays": 5, "weekly": 4, "weeklyOn": 1 }),
        json!({ "weekdays": 5, "weekly": 4, "weeklyOn": 5 }),
    ];
    let mut helped = 0;
    for keep in keeps {
        for (from, to) in [("00:00", "00:01"), ("01:30", "01:44"), ("23:50", "00:05"), ("12:34", "13:03")] {
            let until = |to: &str| plan(json!({ "keep": keep }), json!({ "window": { "from": from, "to": to } }));
            let short = until(to);
            let Some(diagnostic) = short.diagnostics.first() else { continue };
            let longer = diagnostic.help.split_once("until `").unwrap().1.split_once('`').unwrap().0;
            assert!(until(longer).ok, "{keep} {from} {to}: {}", diagnostic.help);
            helped += 1;
        }
    }
    assert_eq!(helped, 11, "all but one of the windows are too short");
}

#[test]
fn a_loss_that_a_window_does_not_allow_is_a_contradiction() {
    let window = |from: &str, to: &str| json!({ "window": { "from": from, "to": to } });
    let refused = plan(json!({ "maxLossHours": 6 }), window("01:00", "04:00"));
    assert!(!refused.ok);
    assert!(refused.jobs.is_empty());
    assert_eq!(refused.worst_loss_minutes, None);
    assert_eq!(
        refused.diagnostics[0].message,
        "`maxLossHours` allows 6 hours, but no backup starts outside the window, for 21 hours 1 minute"
    );
    assert_eq!(
        refused.diagnostics[0].help,
        "set `maxLossHours` to `22` or more, or make the window at least 18 hours 1 minute long"
    );
    assert!(plan(json!({ "maxLossHours": 22 }), window("01:00", "04:00")).ok);
    assert!(plan(json!({ "maxLossHours": 6 }), window("01:00", "19:01")).ok);
    assert!(!plan(json!({ "maxLossHours": 6 }), window("01:00", "19:00")).ok);
    // Two a day, where every twelve hours from midnight on would be outside of the window.
    assert_eq!(
        good(json!({ "maxLossHours": 12 }), window("06:00", "20:00")),
        ["orders-daily-1: 0 6 * * * x1", "orders-daily-2: 0 18 * * * x1"]
    );
    // A window that has the hours 00 and 12.
    assert_eq!(
        good(json!({ "maxLossHours": 12 }), window("23:30", "13:00")),
        ["orders-every-12-hours: 0 */12 * * * x2"]
    );
}

#[test]
fn a_rhythm_that_no_schedule_has_gets_an_alternative() {
    let monthly = plan(json!({ "keep": { "monthly": 3, "daily": 7 } }), json!({}));
    assert!(!monthly.ok);
    assert_eq!(lines(&monthly), ["orders-daily: 0 0 * * * x7"]);
    assert_eq!(monthly.diagnostics[0].path, "request.objectives.keep.monthly");
    assert_eq!(monthly.diagnostics[0].help, "set `weekly` to `15` instead; five weekly backups reach back one month");
    let often = plan(json!({ "maxLossHours": 0.5 }), json!({}));
    assert!(!often.ok);
    assert_eq!(
        often.diagnostics[0].message,
        "`maxLossHours` allows 30 minutes, but the service runs a job at most once every 1 hour"
    );
}

#[test]
fn clusters_begin_minutes_apart_and_keep_their_ids() {
    let request = json!({
        "clusters": ["a", { "name": "b", "projectId": "p", "sourceClusterId": "c" }, { "name": "c" }],
        "objectives": { "keep": { "hourly": 24, "daily": 7 } },
    });
    let plan = plan_backups(&raw(request), &Catalogue::default()).unwrap();
    assert_eq!(
        lines(&plan),
        [
            "a-hourly: 0 */1 * * * x24",
            "a-daily: 30 0 * * * x7",
            "b-hourly: 5 */1 * * * x24",
            "b-daily: 35 0 * * * x7",
            "c-hourly: 10 */1 * * * x24",
            "c-daily: 40 0 * * * x7"
        ]
    );
    let value = serde_json::to_value(&plan).unwrap();
    assert_eq!(
        value["jobs"][2],
        json!({
            "cluster": "b", "name": "b-hourly", "purpose": "hourly",
            "args": {
                "projectId": "p", "sourceClusterId": "c", "description": "hourly backup", "schedule": "5 */1 * * *",
                "backupDescription": "{cluster} hourly backup {datetime:rfc3339}", "maxBackupCount": 24
            },
            "scheduleDescription": "every day, every hour at minute 5",
            "reason": "`hourly` requires a backup every hour, and the last 24 are kept"
        })
    );
    assert!(value["jobs"][0]["args"].get("projectId").is_none());
    assert_eq!(value["worstLossMinutes"], 60);
    assert_eq!(value["oldestRestorePointMinutes"], 6 * 1440);
    assert_eq!(value["keptBackups"], 31);
    assert_eq!(value["notes"][0]["confidence"], "low");
}

#[test]
fn a_simulation_tells_what_exists_at_a_moment() {
    let simulation = simulate(json!({
        "jobs": [
            { "name": "six", "schedule": "0 */6 * * *", "maxBackupCount": 2 },
            { "schedule": "@daily", "maxBackupCount": 1 }
        ],
        "from": "2026-11-23T00:00:00Z", "to": "2026-11-24T01:00:00+01:00", "at": "2026-11-23T13:30:00Z"
    }));
    assert_eq!(
        serde_json::to_value(&simulation).unwrap(),
        json!({
            "runs": [
                { "at": "2026-11-23T00:00:00Z", "job": "six" },
                { "at": "2026-11-23T00:00:00Z", "job": "jobs[1]" },
                { "at": "2026-11-23T06:00:00Z", "job": "six" },
                { "at": "2026-11-23T12:00:00Z", "job": "six" },
                { "at": "2026-11-23T18:00:00Z", "job": "six" },
                { "at": "2026-11-24T00:00:00Z", "job": "six" },
                { "at": "2026-11-24T00:00:00Z", "job": "jobs[1]" }
            ],
            "total": 7,
            "at": "2026-11-23T13:30:00Z",
            "keptAt": [
                { "at": "2026-11-23T00:00:00Z", "job": "jobs[1]" },
                { "at": "2026-11-23T06:00:00Z", "job": "six" },
                { "at": "2026-11-23T12:00:00Z", "job": "six" }
            ],
            "keptBackups": 3,
            "oldestRestorePointMinutes": 810,
            "worstLossMinutes": 360,
            "notes": [
                { "message": "the time zone of schedules is not documented; UTC is assumed", "confidence": "low" },
                {
                    "message": "`six` and `jobs[1]` start at the same time; a cluster runs one backup at a time, so one of the two fails, but both are counted here",
                    "confidence": "high"
                }
            ]
        })
    );
    let before = simulate(json!({
        "jobs": [{ "schedule": "0 12 * * *", "maxBackupCount": 1 }], "from": "2026-11-23T00:00Z", "to": "2026-11-23T01:00Z"
    }));
    assert_eq!((before.total, before.kept_backups, before.oldest_restore_point_minutes), (0, 0, None));
}

#[test]
fn a_simulation_may_be_a_moment_and_may_be_ten_years() {
    let during = |from: &str, to: &str, at: &str| {
        let simulation = simulate(json!({
            "jobs": [{ "schedule": "0 12 * * *", "maxBackupCount": 7 }], "from": from, "to": to, "at": at
        }));
        (simulation.total, simulation.kept_backups, simulation.oldest_restore_point_minutes)
    };
    let noon = "2026-11-23T12:00:00Z";
    assert_eq!(during(noon, noon, noon), (1, 1, Some(0)));
    assert_eq!(during(noon, "2026-11-24T12:00:00Z", noon), (2, 1, Some(0)));
    assert_eq!(during(noon, "2036-11-23T12:00:00Z", "2036-11-23T11:59:00Z"), (3654, 7, Some(7 * 1440 - 1)));
    let longer = json!({
        "jobs": [{ "schedule": "0 12 * * *", "maxBackupCount": 7 }], "from": noon, "to": "2036-11-23T12:00:01Z"
    });
    let refused = simulate_backups(&raw(longer), &Catalogue::default()).unwrap_err();
    assert_eq!(refused.to_string(), "request.to: must be at most 3653 days after `from`");
}

#[test]
fn a_simulation_warns_of_jobs_that_start_too_near_to_each_other() {
    let notes = |minute: u32| {
        let jobs = json!([
            { "name": "one", "schedule": "0 1 * * *", "maxBackupCount": 1 },
            { "name": "other", "schedule": format!("{minute} 1 * * *"), "maxBackupCount": 1 }
        ]);
        let simulation = simulate(json!({ "jobs": jobs, "from": "2026-11-23T00:00Z", "to": "2026-11-24T00:00Z" }));
        simulation.notes.into_iter().skip(1).map(|note| note.message).collect::<Vec<_>>()
    };
    assert_eq!(
        notes(14),
        [
            "`one` and `other` start 14 minutes apart; at least 15 minutes are recommended, since a backup fails while another one runs, but both are counted here"
        ]
    );
    assert!(notes(15).is_empty());
}

/// The path of something inside of the request.
fn in_request(path: &str) -> String {
    if path == "request" { path.to_string() } else { format!("request.{path}") }
}

#[test]
fn invalid_requests_have_their_path() {
    let good = || json!({ "clusters": ["a"], "objectives": { "maxLossHours": 6 } });
    for (path, key, value) in [
        ("cluster", "cluster", json!(["a"])),
        ("clusters", "clusters", json!("a")),
        ("clusters", "clusters", json!([])),
        ("clusters", "clusters", json!(vec!["a"; 501])),
        ("clusters[0]", "clusters", json!([5])),
        ("clusters[0]", "clusters", json!([" "])),
        ("clusters[1]", "clusters", json!(["a", "a"])),
        ("clusters[0].name", "clusters", json!([{}])),
        ("clusters[0].nam", "clusters", json!([{ "nam": "a" }])),
        ("clusters[0].projectId", "clusters", json!([{ "name": "a", "projectId": "" }])),
        ("clusters[1].name", "clusters", json!(["a", { "name": "a" }])),
        ("objectives", "objectives", json!({})),
        ("objectives", "objectives", json!({ "keep": {} })),
        ("objectives", "objectives", json!([])),
        ("objectives.maxLoss", "objectives", json!({ "maxLoss": 6 })),
        ("objectives.maxLossHours", "objectives", json!({ "maxLossHours": -1 })),
        ("objectives.maxLossHours", "objectives", json!({ "maxLossHours": "6" })),
        ("objectives.maxLossHours", "objectives", json!({ "maxLossHours": 1e300 })),
        ("objectives.keep.houry", "objectives", json!({ "keep": { "houry": 1 } })),
        ("objectives.keep.hourly", "objectives", json!({ "keep": { "hourly": 0 } })),
        ("objectives.keep.daily", "objectives", json!({ "keep": { "daily": 1.5 } })),
        ("objectives.keep.weekly", "objectives", json!({ "keep": { "weekly": 1e9 } })),
        ("objectives.keep.weeklyOn", "objectives", json!({ "keep": { "weeklyOn": 1 } })),
        ("objectives.keep.weeklyOn", "objectives", json!({ "keep": { "weekly": 1, "weeklyOn": 7 } })),
        ("window", "window", json!("01:00-04:00")),
        ("window.to", "window", json!({ "from": "01:00" })),
        ("window.from", "window", json!({ "from": "1:00", "to": "04:00" })),
        ("window.from", "window", json!({ "from": "24:00", "to": "04:00" })),
        ("window.to", "window", json!({ "from": "01:00", "to": "01:00" })),
        ("offsetMinutes", "offsetMinutes", json!(841)),
        ("offsetMinutes", "offsetMinutes", json!(0.5)),
    ] {
        let mut request = good();
        request[key] = value.clone();
        let refused = plan_backups(&raw(request), &Catalogue::default()).unwrap_err();
        assert_eq!(refused.path, in_request(path), "{value}: {refused}");
    }
    let meant = plan_backups(&raw(json!({ "cluster": ["a"] })), &Catalogue::default()).unwrap_err();
    assert_eq!(meant.reason, "unknown key; did you mean `clusters`?");
    for odd in
        [Raw::Null, Raw::Unknown, Raw::Unusable(Unusable::Cycle), raw(json!([])), raw(json!("x")), raw(json!({}))]
    {
        assert!(plan_backups(&odd, &Catalogue::default()).is_err());
        assert!(simulate_backups(&odd, &Catalogue::default()).is_err());
    }
}

#[test]
fn invalid_simulations_have_their_path() {
    let job = || json!({ "schedule": "0 */1 * * *", "maxBackupCount": 24 });
    let good = || json!({ "jobs": [job()], "from": "2026-11-23T00:00Z", "to": "2026-11-24T00:00Z" });
    let with = |key: &str, value: Value| {
        let mut job = job();
        job[key] = value;
        json!([job])
    };
    for (path, key, value) in [
        ("jobs", "jobs", json!([])),
        ("jobs", "jobs", json!(vec![job(); 301])),
        ("jobs[0]", "jobs", json!(["0 0 * * *"])),
        ("jobs[0].nme", "jobs", with("nme", json!("a"))),
        ("jobs[0].schedule", "jobs", with("schedule", json!("0 0 1 * *"))),
        ("jobs[0].schedule", "jobs", with("schedule", json!("*/15 * * * *"))),
        ("jobs[0].schedule", "jobs", with("schedule", json!("@monthly"))),
        ("jobs[0].schedule", "jobs", with("schedule", json!("9".repeat(1_000_000)))),
        ("jobs[0].maxBackupCount", "jobs", with("maxBackupCount", json!(0))),
        ("jobs[0].maxBackupCount", "jobs", with("maxBackupCount", json!(1e12))),
        ("jobs[1].name", "jobs", json!([job(), { "name": "jobs[0]", "schedule": "30 0 * * *", "maxBackupCount": 1 }])),
        ("from", "from", json!("2026-11-23T00:00")),
        ("to", "to", json!("2026-11-22T23:59:59Z")),
        ("to", "to", json!("2036-11-24T00:00:01Z")),
        ("at", "at", json!("2026-11-22T00:00Z")),
        ("at", "at", json!("2026-11-25T00:00Z")),
    ] {
        let mut request = good();
        request[key] = value;
        let refused = simulate_backups(&raw(request), &Catalogue::default()).unwrap_err();
        assert_eq!(refused.path, in_request(path), "{refused}");
        assert!(refused.reason.len() < 300);
    }
}

#[test]
fn the_largest_requests_take_little_time() {
    let begun = Clock::now();
    let jobs: Vec<Value> = (0..300)
        .map(|n| json!({ "schedule": format!("{} */1 * * *", n % 60), "maxBackupCount": 2_147_483_647 }))
        .collect();
    let simulation = simulate(json!({ "jobs": jobs, "from": "2026-01-01T00:00Z", "to": "2036-01-01T00:00Z" }));
    assert_eq!(simulation.total, 300 * 24 * 3652 + 5);
    assert_eq!((simulation.runs.len(), simulation.kept_at.len()), (10_000, 10_000));
    assert_eq!(simulation.kept_backups, simulation.total);
    let clusters: Vec<String> = (0..500).map(|n| format!("c{n}")).collect();
    let keep = json!({ "hourly": 100_000, "daily": 100_000, "weekdays": 100_000, "weekly": 100_000 });
    for (window, hours) in
        [(("00:00", "00:01"), 1.0), (("00:00", "00:44"), 1.0), (("00:30", "00:00"), 1.0), (("01:00", "00:00"), 1.1)]
    {
        for keep in [keep.clone(), json!({ "daily": 1, "weekdays": 1, "weekly": 1 })] {
            let request = json!({
                "clusters": clusters, "objectives": { "maxLossHours": hours, "keep": keep },
                "window": { "from": window.0, "to": window.1 }
            });
            assert!(plan_backups(&raw(request), &Catalogue::default()).is_ok());
        }
    }
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
}
