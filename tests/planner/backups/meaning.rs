//! What schedules mean, slow and plain, and schedules to ask about.

use eventstorecloud_planner::schedule::Instant;
use proptest::prelude::*;

/// A minute since 1970-01-01.
pub fn at(minute: i64) -> Instant {
    Instant::from_seconds(minute * 60).unwrap()
}

pub fn minutes(runs: impl Iterator<Item = Instant>) -> Vec<i64> {
    runs.map(|run| run.seconds() / 60).collect()
}

/// What one field says of a number.
fn says(field: &str) -> impl Fn(i64) -> bool {
    let step: Option<i64> = field.strip_prefix("*/").map(|step| step.parse().unwrap());
    let only: Option<i64> = field.parse().ok();
    move |value| step.map_or(only.is_none_or(|only| only == value), |step| value % step == 0)
}

/// Whether a schedule runs in a minute since 1970-01-01, a Thursday.
pub fn runs_in(text: &str) -> impl Fn(i64) -> bool {
    let fields: Vec<&str> = text.split(' ').collect();
    let (minute, hour, day) = (says(fields[0]), says(fields[1]), says(fields[4]));
    let also_sunday = fields[4] == "7";
    move |at| {
        let weekday = (at / 1440 + 4) % 7;
        minute(at % 60) && hour(at / 60 % 24) && (day(weekday) || also_sunday && weekday == 0)
    }
}

/// All runs in some minutes, both included.
pub fn runs(text: &str, from: i64, to: i64) -> Vec<i64> {
    let runs_in = runs_in(text);
    (from..=to).filter(|minute| runs_in(*minute)).collect()
}

pub fn any_schedule() -> impl Strategy<Value = String> {
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
pub fn runnable() -> impl Strategy<Value = String> {
    let hour = prop_oneof![
        Just("*".to_string()),
        (0_u32..24).prop_map(|hour| hour.to_string()),
        (1_u32..12).prop_map(|step| format!("*/{step}"))
    ];
    let day = prop_oneof![3 => Just("*".to_string()), 2 => (0_u32..8).prop_map(|day| day.to_string())];
    (0_u32..60, hour, day).prop_map(|(minute, hour, day)| format!("{minute} {hour} * * {day}"))
}
