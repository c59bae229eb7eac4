//! The runs of a schedule backwards in time, between two points in time, and how many there are.

use super::instant::Instant;
use super::occurrence::Schedule;
use super::week::MINUTES_OF_WEEK;

const WEEK: i64 = MINUTES_OF_WEEK as i64 * 60;

impl Schedule {
    /// The last run before a point in time: a run at that very second is not before it. `None` before the first run
    /// of the year 1970.
    #[must_use]
    pub fn previous_before(&self, before: Instant) -> Option<Instant> {
        let (mut day, second) = Instant::from_seconds(before.seconds() - 1)?.day_and_second();
        let mut latest = second / 60;
        // Eight days: today until now, and every weekday once to its end.
        for _ in 0..8 {
            if let Some(minute) = self.last_minute_until(latest).filter(|_| self.runs_on(day)) {
                return Instant::of_day(day, minute * 60);
            }
            day = day.checked_sub(1)?;
            latest = 1439;
        }
        None
    }

    /// Last minute of the day, up to the given one and with it, at which it runs.
    fn last_minute_until(&self, latest: u32) -> Option<u32> {
        let (hour, minute) = (latest / 60, latest % 60);
        if self.hours >> hour & 1 == 1
            && let Some(last) = (self.minutes & below(minute + 1)).checked_ilog2()
        {
            return Some(hour * 60 + last);
        }
        let earlier = (u64::from(self.hours) & below(hour)).checked_ilog2()?;
        Some(earlier * 60 + self.minutes.checked_ilog2()?)
    }

    /// The first run at a point in time or after it. `None` after the year 9999.
    #[must_use]
    pub fn first_from(&self, from: Instant) -> Option<Instant> {
        match Instant::from_seconds(from.seconds() - 1) {
            Some(before) => self.next_after(before),
            // The very first second of the calendar: a Thursday, 00:00.
            None if self.runs_on(0) && self.hours & 1 == 1 && self.minutes & 1 == 1 => Some(from),
            None => self.next_after(from),
        }
    }

    /// The runs between two points in time, both included, from the earliest on. Each is found when it is asked for.
    pub fn between(&self, from: Instant, to: Instant) -> impl Iterator<Item = Instant> + use<> {
        let schedule = *self;
        let within = move |run: &Instant| *run <= to;
        std::iter::successors(schedule.first_from(from).filter(within), move |run| {
            schedule.next_after(*run).filter(within)
        })
    }

    /// How many runs there are between two points in time, both included. Takes no longer for many years than for one
    /// week.
    #[must_use]
    pub fn count_between(&self, from: Instant, to: Instant) -> u64 {
        if to < from {
            return 0;
        }
        let weeks = (to.seconds() - from.seconds()) / WEEK;
        let Some(rest) = Instant::from_seconds(from.seconds() + weeks * WEEK) else { return 0 };
        weeks.unsigned_abs() * u64::from(self.runs_per_week()) + self.between(rest, to).count() as u64
    }

    /// The run with this number among those at a point in time or after it; the first has number 0. `None` after the
    /// year 9999. Takes no longer for a large number than for one week.
    #[must_use]
    pub fn nth_from(&self, from: Instant, number: u64) -> Option<Instant> {
        let per_week = u64::from(self.runs_per_week());
        let weeks = i64::try_from(number / per_week).ok()?;
        let rest = usize::try_from(number % per_week).ok()?;
        let from = Instant::from_seconds(from.seconds().checked_add(weeks.checked_mul(WEEK)?)?)?;
        std::iter::successors(self.first_from(from), |run| self.next_after(*run)).nth(rest)
    }

    /// Number of runs in a week.
    #[must_use]
    pub const fn runs_per_week(&self) -> u32 {
        self.minutes.count_ones() * self.hours.count_ones() * self.days.count_ones()
    }

    /// Whether both run at the very same times, however they are written: `0 */1 * * *` and `0 * * * *` do.
    #[must_use]
    pub const fn same_runs(&self, other: &Self) -> bool {
        // Runs are every chosen minute of every chosen hour of every chosen day, and each schedule has some.
        self.minutes == other.minutes && self.hours == other.hours && self.days == other.days
    }
}

/// The bits below one index.
const fn below(index: u32) -> u64 {
    (1 << index) - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schedule(text: &str) -> Schedule {
        Schedule::parse(text).unwrap()
    }

    fn at(text: &str) -> Instant {
        Instant::parse(text).unwrap()
    }

    #[test]
    fn runs_are_found_backwards() {
        for (text, before, run) in [
            ("0 0 * * *", "2026-11-23T08:00:00Z", "2026-11-23T00:00:00Z"),
            ("0 0 * * *", "2026-11-23T00:00:00Z", "2026-11-22T00:00:00Z"),
            ("0 0 * * *", "2026-11-23T00:00:01Z", "2026-11-23T00:00:00Z"),
            ("30 13 * * 0", "2026-11-23T08:00:00Z", "2026-11-22T13:30:00Z"),
            ("30 13 * * 7", "2026-11-22T13:30:00Z", "2026-11-15T13:30:00Z"),
            ("5 */5 * * *", "2026-11-23T00:05:00Z", "2026-11-22T20:05:00Z"),
            ("59 23 * * 3", "2026-11-25T23:59:00Z", "2026-11-18T23:59:00Z"),
            ("*/7 * * * *", "2026-11-25T10:00:30Z", "2026-11-25T10:00:00Z"),
        ] {
            assert_eq!(schedule(text).previous_before(at(before)), Some(at(run)), "{text} before {before}");
        }
        assert_eq!(schedule("0 0 * * 4").previous_before(at("1970-01-01T00:00Z")), None);
        assert_eq!(schedule("0 0 * * 3").previous_before(at("1970-01-05T00:00Z")), None);
    }

    #[test]
    fn both_ends_are_between() {
        let runs =
            |text, from, to| schedule(text).between(at(from), at(to)).map(|run| run.to_string()).collect::<Vec<_>>();
        assert_eq!(
            runs("0 */12 * * *", "2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z"),
            ["2026-11-23T00:00:00Z", "2026-11-23T12:00:00Z", "2026-11-24T00:00:00Z"]
        );
        assert_eq!(runs("0 0 * * *", "2026-11-23T00:00:01Z", "2026-11-23T23:59:59Z"), [""; 0]);
        assert_eq!(runs("0 0 * * *", "2026-11-24T00:00:00Z", "2026-11-23T00:00:00Z"), [""; 0]);
        assert_eq!(runs("* * * * *", "1970-01-01T00:00:00Z", "1970-01-01T00:01:00Z").len(), 2);
        assert_eq!(runs("0 0 * * 4", "1970-01-01T00:00:00Z", "1970-01-01T00:01:00Z").len(), 1);
        assert_eq!(runs("0 0 * * 5", "1970-01-01T00:00:00Z", "1970-01-02T00:01:00Z").len(), 1);
        assert_eq!(runs("0 0 * * *", "9999-12-31T00:00:00Z", "9999-12-31T23:59:59Z").len(), 1);
    }

    #[test]
    fn many_years_are_counted_at_once() {
        let (from, to) = (at("1970-01-01T00:00Z"), at("9999-12-31T23:59:59Z"));
        assert_eq!(schedule("* * * * *").count_between(from, to), 253_402_300_800 / 60);
        assert_eq!(schedule("0 0 * * *").nth_from(from, 2_932_896).unwrap().to_string(), "9999-12-31T00:00:00Z");
        assert_eq!(schedule("0 0 * * *").nth_from(from, 2_932_897), None);
        assert_eq!(schedule("0 0 * * *").nth_from(from, u64::MAX), None);
        assert_eq!(schedule("0 0 * * *").count_between(to, from), 0);
    }

    #[test]
    fn one_meaning_has_several_spellings() {
        for (one, other, same) in [
            ("0 */1 * * *", "0 * * * *", true),
            ("0 0 * * 0", "0 0 * * 7", true),
            ("0 0 * * *", "0 */24 * * *", true),
            ("0 0 * * *", "*/60 */99 * * */1", true),
            ("0 0 * * *", "0 1 * * *", false),
            ("0 */6 * * *", "0 */5 * * *", false),
        ] {
            assert_eq!(schedule(one).same_runs(&schedule(other)), same, "{one} and {other}");
        }
    }
}
