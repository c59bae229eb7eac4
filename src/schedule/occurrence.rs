//! When a schedule runs: the next times, and the distances between runs. Bit masks, no search over minutes.

use std::fmt;

use serde::Serialize;

use super::instant::Instant;
use super::syntax::{Field, Part, Syntax, SyntaxError};
use super::week::{MINUTES_OF_WEEK, distances};

/// A schedule in the subset. One that exists runs at least once a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schedule {
    minute: Part,
    hour: Part,
    day_of_week: Part,
    pub(super) minutes: u64,
    pub(super) hours: u32,
    pub(super) days: u8,
}

/// The distances between one run and the next, in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gaps {
    /// The smallest distance.
    pub smallest: u32,
    /// The largest distance.
    pub largest: u32,
    /// Number of runs in a week.
    pub runs_per_week: u32,
}

/// Why a text is not a schedule in the subset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScheduleError {
    /// It does not have five fields.
    Syntax(SyntaxError),
    /// This field, and maybe others after it, is outside the subset.
    Field(Field),
    /// A field has a step of 0, which selects nothing.
    StepOfZero,
}

/// The end of a sentence that begins with the text.
impl fmt::Display for ScheduleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(error) => error.fmt(f),
            Self::Field(field) => write!(f, "has a {} that is not {}", field.name(), field.allowed()),
            Self::StepOfZero => f.write_str("has a step of 0"),
        }
    }
}

impl std::error::Error for ScheduleError {}

/// A schedule as plain data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ScheduleFacts {
    /// The five fields in canonical form.
    pub schedule: String,
    /// What they mean.
    pub description: String,
    /// Smallest distance between two runs, in minutes.
    pub smallest_gap_minutes: u32,
    /// Largest distance between two runs, in minutes.
    pub largest_gap_minutes: u32,
    /// Number of runs in a week.
    pub runs_per_week: u32,
}

impl Schedule {
    /// Reads a schedule.
    ///
    /// # Errors
    /// When the text is outside the subset, with the first reason.
    pub fn parse(text: &str) -> Result<Self, ScheduleError> {
        let syntax = Syntax::read(text).map_err(ScheduleError::Syntax)?;
        if let Some(field) = syntax.invalid_fields().next() {
            return Err(ScheduleError::Field(field));
        }
        Self::of(&syntax).ok_or(ScheduleError::StepOfZero)
    }

    fn of(syntax: &Syntax<'_>) -> Option<Self> {
        let minute = syntax.minute.part?;
        let hour = syntax.hour.part?;
        let week = syntax.day_of_week.part?;
        let days = match week {
            Part::At(7) => 1,
            other => u8::try_from(mask(other, 7)?).ok()?,
        };
        Some(Self {
            minute,
            hour,
            day_of_week: week,
            minutes: mask(minute, 60)?,
            hours: u32::try_from(mask(hour, 24)?).ok()?,
            days,
        })
    }

    /// The schedule as plain data.
    #[must_use]
    pub fn facts(&self) -> ScheduleFacts {
        let gaps = self.gaps();
        ScheduleFacts {
            schedule: self.to_string(),
            description: self.describe(),
            smallest_gap_minutes: gaps.smallest,
            largest_gap_minutes: gaps.largest,
            runs_per_week: gaps.runs_per_week,
        }
    }

    /// The minute field.
    #[must_use]
    pub const fn minute(&self) -> Part {
        self.minute
    }

    /// The hour field.
    #[must_use]
    pub const fn hour(&self) -> Part {
        self.hour
    }

    /// The day-of-week field.
    #[must_use]
    pub const fn day_of_week(&self) -> Part {
        self.day_of_week
    }

    /// The hours of the day in which it runs, in their order.
    pub fn hours(&self) -> impl Iterator<Item = u8> {
        let hours = self.hours;
        (0_u8..24).filter(move |hour| hours >> hour & 1 == 1)
    }

    /// The first run after a point in time, seconds not rounded: a run at that very second is not after it.
    /// `None` after the year 9999.
    #[must_use]
    pub fn next_after(&self, after: Instant) -> Option<Instant> {
        let (mut day, second) = after.day_and_second();
        let mut earliest = second / 60 + 1;
        // Eight days: today from now on, and every weekday once from its beginning.
        for _ in 0..8 {
            if let Some(minute) = self.first_minute_from(earliest).filter(|_| self.runs_on(day)) {
                return Instant::of_day(day, minute * 60);
            }
            day += 1;
            earliest = 0;
        }
        None
    }

    /// Whether it runs on a day, given as days since 1970-01-01, which was a Thursday.
    pub(super) const fn runs_on(&self, day: u32) -> bool {
        self.days >> ((day + 4) % 7) & 1 == 1
    }

    /// First minute of the day, from the given one on, at which it runs. There is none from minute 1440 on.
    fn first_minute_from(&self, earliest: u32) -> Option<u32> {
        let (hour, minute) = (earliest / 60, earliest % 60);
        if self.hours >> hour & 1 == 1 {
            let left = self.minutes >> minute;
            if left != 0 {
                return Some(earliest + left.trailing_zeros());
            }
        }
        let remaining = self.hours >> (hour + 1);
        if remaining == 0 {
            return None;
        }
        let hour = hour + 1 + remaining.trailing_zeros();
        Some(hour * 60 + self.minutes.trailing_zeros())
    }

    /// The minutes of the week, from Sunday 00:00 on, at which it runs, in their order.
    #[must_use]
    pub fn starts(&self) -> Vec<u32> {
        let mut starts = Vec::new();
        for day in (0_u32..7).filter(|day| self.days >> day & 1 == 1) {
            let mut earliest = 0;
            while let Some(minute) = self.first_minute_from(earliest) {
                starts.push(day * 1440 + minute);
                earliest = minute + 1;
            }
        }
        starts
    }

    /// The distances between runs over a week, with that from the last run to the first of the next week.
    #[must_use]
    pub fn gaps(&self) -> Gaps {
        let mut gaps = Gaps { smallest: MINUTES_OF_WEEK, largest: 0, runs_per_week: 0 };
        for gap in distances(&self.starts()) {
            gaps.smallest = gaps.smallest.min(gap);
            gaps.largest = gaps.largest.max(gap);
            gaps.runs_per_week += 1;
        }
        gaps
    }
}

/// The hour steps nearest to the given one, from below and from above, that leave the same distance between all runs.
pub fn even_hour_steps(near: u32) -> impl Iterator<Item = u32> {
    let even = |step: &u32| 24_u32.is_multiple_of(*step);
    let near = near.min(24);
    (1..near).rev().find(even).into_iter().chain((near + 1..24).find(even))
}

/// The values that a field selects, one bit each. `None` for a step of 0, which selects nothing.
fn mask(part: Part, size: u32) -> Option<u64> {
    match part {
        Part::Any => Some((1 << size) - 1),
        Part::At(number) => Some(1 << number),
        Part::Step(0) => None,
        Part::Step(step) => Some((0..size).step_by(step as usize).fold(0, |bits, n| bits | 1 << n)),
    }
}

impl fmt::Display for Schedule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} * * {}", self.minute, self.hour, self.day_of_week)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn next(schedule: &str, after: &str, count: usize) -> Vec<String> {
        let schedule = Schedule::parse(schedule).unwrap();
        let mut at = Instant::parse(after).unwrap();
        (0..count)
            .map_while(|_| {
                at = schedule.next_after(at)?;
                Some(at.to_string())
            })
            .collect()
    }

    #[test]
    fn runs_follow_the_fields() {
        assert_eq!(next("0 0 * * *", "2026-11-23T08:00:00Z", 2), ["2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z"]);
        assert_eq!(next("30 13 * * 0", "2026-11-23T08:00:00Z", 2), ["2026-11-29T13:30:00Z", "2026-12-06T13:30:00Z"]);
        assert_eq!(next("30 13 * * 7", "2026-11-23T08:00:00Z", 1), ["2026-11-29T13:30:00Z"]);
        assert_eq!(
            next("5 */5 * * *", "2026-11-23T19:00:00Z", 3),
            ["2026-11-23T20:05:00Z", "2026-11-24T00:05:00Z", "2026-11-24T05:05:00Z"]
        );
        assert_eq!(next("0 0 * * *", "2026-11-23T23:59:59Z", 1), ["2026-11-24T00:00:00Z"]);
        assert_eq!(next("0 0 * * *", "2026-11-24T00:00:00Z", 1), ["2026-11-25T00:00:00Z"]);
        assert_eq!(next("0 0 * * *", "9999-12-31T12:00:00Z", 1), Vec::<String>::new());
        assert_eq!(next("59 23 * * 3", "2026-11-25T23:58:00Z", 2), ["2026-11-25T23:59:00Z", "2026-12-02T23:59:00Z"]);
    }

    #[test]
    fn gaps_cover_the_turn_of_day_and_week() {
        let gaps = |text| {
            let gaps = Schedule::parse(text).unwrap().gaps();
            (gaps.smallest, gaps.largest, gaps.runs_per_week)
        };
        assert_eq!(gaps("0 */1 * * *"), (60, 60, 168));
        assert_eq!(gaps("0 */5 * * *"), (240, 300, 35));
        assert_eq!(gaps("0 0 * * *"), (1440, 1440, 7));
        assert_eq!(gaps("0 0 * * 3"), (10_080, 10_080, 1));
        assert_eq!(gaps("* * * * *"), (1, 1, 10_080));
        assert_eq!(gaps("*/7 0 * * 6"), (7, 10_080 - 56, 9));
    }

    #[test]
    fn schedules_outside_the_subset_do_not_exist() {
        for text in
            ["@daily", "0 0 1 * *", "0 0 * 1 *", "0 0 * * 8", "0 */0 * * *", "*/0 * * * *", "0 0 * * */0", "60 0 * * *"]
        {
            assert!(Schedule::parse(text).is_err(), "{text}");
        }
        assert_eq!(Schedule::parse("5 4 * * 7").unwrap().to_string(), "5 4 * * 7");
    }

    #[test]
    fn even_steps_are_found_on_both_sides() {
        let around = |near| even_hour_steps(near).collect::<Vec<_>>();
        assert_eq!(around(5), [4, 6]);
        assert_eq!(around(9), [8, 12]);
        assert_eq!(around(23), [12]);
        assert_eq!(around(u32::MAX), [12]);
        assert_eq!(around(0), [1]);
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

    /// The meaning of a schedule, minute by minute: slow and plain.
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

    #[test]
    fn every_error_ends_a_sentence() {
        for (text, words) in [
            ("@daily", "is a macro; use five fields such as `0 0 * * *`"),
            ("0  2 * * *", "has white space other than single spaces between its fields"),
            ("0 2 * *", "has 4 fields; a schedule has 5: minute, hour, day of month, month, day of week"),
            ("0", "has 1 field; a schedule has 5: "),
            ("60 2 * * *", "has a minute that is not "),
            ("0 */0 * * *", "has a step of 0"),
        ] {
            let error = Schedule::parse(text).unwrap_err().to_string();
            assert!(error.starts_with(words), "{text}: {error}");
        }
    }

    #[test]
    fn facts_are_those_of_the_week() {
        for (text, smallest, largest, runs) in
            [("0 * * * *", 60, 60, 168), ("0 */5 * * *", 240, 300, 35), ("30 13 * * 0", 10_080, 10_080, 1)]
        {
            let facts = Schedule::parse(text).unwrap().facts();
            let found = (facts.smallest_gap_minutes, facts.largest_gap_minutes, facts.runs_per_week);
            assert_eq!(found, (smallest, largest, runs), "{text}");
            assert_eq!(facts.schedule, text);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn next_agrees_with_stepping_minute_by_minute(text in any_schedule(), start in 0_i64..50_000_000) {
            let schedule = Schedule::parse(&text).unwrap();
            let expected = (start + 1..start + 1 + i64::from(MINUTES_OF_WEEK)).find(|m| runs_at(&text, *m)).unwrap();
            let found = schedule.next_after(Instant::from_seconds(start * 60).unwrap()).unwrap();
            prop_assert_eq!(found.seconds(), expected * 60);
        }

        #[test]
        fn gaps_agree_with_a_week_of_runs(text in any_schedule()) {
            let gaps = Schedule::parse(&text).unwrap().gaps();
            let sunday = 3 * 1440;
            let runs: Vec<i64> = (sunday..sunday + i64::from(MINUTES_OF_WEEK)).filter(|m| runs_at(&text, *m)).collect();
            prop_assert_eq!(i64::from(gaps.runs_per_week), runs.len() as i64);
            let mut distances: Vec<i64> = runs.windows(2).map(|pair| pair[1] - pair[0]).collect();
            distances.push(runs[0] + i64::from(MINUTES_OF_WEEK) - runs[runs.len() - 1]);
            prop_assert_eq!(i64::from(gaps.smallest), *distances.iter().min().unwrap());
            prop_assert_eq!(i64::from(gaps.largest), *distances.iter().max().unwrap());
        }
    }
}
