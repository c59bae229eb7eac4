//! Schedules, held against what their fields say minute by minute.

use eventstorecloud_planner::schedule::{Instant, Schedule, smallest_distance};
use proptest::prelude::*;

use super::meaning::{any_schedule, at, minutes, runnable, runs};
use crate::generated::inputs;

const WEEK: i64 = 7 * 1440;

/// Two years that hold a leap day: 2027 and 2028.
const FROM: i64 = 20_819 * 1440;
const TO: i64 = FROM + 731 * 1440 - 1;

/// Compares all runs in some minutes, both included: forwards, backwards, between and counted.
fn runs_at(schedule: &Schedule, from: i64, to: i64, expected: &[i64]) {
    let text = schedule.to_string();
    assert_eq!(minutes(schedule.between(at(from), at(to))), expected, "{text}");
    let until = at(to);
    let forwards = std::iter::successors(schedule.first_from(at(from)), |run| schedule.next_after(*run));
    assert_eq!(minutes(forwards.take_while(|run| *run <= until)), expected, "{text}");
    let backwards = std::iter::successors(schedule.previous_before(at(to + 1)), |run| schedule.previous_before(*run));
    let mut backwards = minutes(backwards.take_while(|run| *run >= at(from)));
    backwards.reverse();
    assert_eq!(backwards, expected, "{text}");
    assert_eq!(schedule.count_between(at(from), at(to)), expected.len() as u64, "{text}");
    assert_eq!(schedule.nth_from(at(from), 0), expected.first().map(|run| at(*run)), "{text}");
}

#[test]
fn every_time_of_every_day_runs_as_it_says() {
    assert_eq!((at(FROM), at(TO)), (instant("2027-01-01T00:00:00Z"), instant("2028-12-31T23:59:00Z")));
    for time in 0..1440_i64 {
        let (hour, minute) = (time / 60, time % 60);
        let daily: Vec<i64> = (0..731).map(|n| FROM + n * 1440 + time).collect();
        runs_at(&Schedule::parse(&format!("{minute} {hour} * * *")).unwrap(), FROM, TO, &daily);
        for day in 0..8_i64 {
            // 1970-01-04 was a Sunday: every week repeats from there.
            let first = 3 * 1440 + day % 7 * 1440 + time;
            let since = first + (FROM - first).div_euclid(WEEK) * WEEK;
            let weekly = (0..107).map(|n| since + n * WEEK).filter(|run| (FROM..=TO).contains(run));
            let weekly: Vec<i64> = weekly.collect();
            runs_at(&Schedule::parse(&format!("{minute} {hour} * * {day}")).unwrap(), FROM, TO, &weekly);
        }
    }
}

fn instant(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

#[test]
fn every_wildcard_runs_as_it_says() {
    // A week and a day around the leap day.
    let (from, to) = (FROM + 421 * 1440 + 11, FROM + 429 * 1440 + 11);
    assert_eq!(at(from), instant("2028-02-26T00:11:00Z"));
    for minute in ["*", "*/7", "*/15", "*/60", "0", "17", "59"] {
        for hour in ["*", "*/1", "*/5", "*/6", "*/12", "*/24", "0", "23"] {
            for day in ["*", "*/1", "*/2", "0", "4", "7"] {
                let text = format!("{minute} {hour} * * {day}");
                runs_at(&Schedule::parse(&text).unwrap(), from, to, &runs(&text, from, to));
            }
        }
    }
}

proptest! {
    #![proptest_config(inputs(192))]

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
        let mut smallest: Option<u32> = None;
        for (i, one) in schedules.iter().enumerate() {
            for other in &schedules[..i] {
                for a in one.starts() {
                    for b in other.starts() {
                        let apart = a.abs_diff(b);
                        let apart = apart.min(10_080 - apart);
                        smallest = Some(smallest.map_or(apart, |smallest| smallest.min(apart)));
                    }
                }
            }
        }
        let nearest = smallest_distance(&schedules.iter().collect::<Vec<_>>());
        prop_assert_eq!(nearest.map(|nearest| nearest.minutes), smallest);
        if let Some(nearest) = nearest {
            prop_assert!(nearest.one < nearest.other);
            prop_assert_eq!(schedules[nearest.one].distance(&schedules[nearest.other]), nearest.minutes);
        }
    }
}
