//! Points in time as whole seconds since 1970-01-01T00:00:00Z, read from and written as ISO 8601.

use std::fmt;

use serde::{Serialize, Serializer};

const DAY: i64 = 86_400;

/// A point in time between the years 1970 and 9999, in UTC. Later ones compare greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Instant(i64);

impl Instant {
    /// First second after the year 9999.
    const END: i64 = 253_402_300_800;

    /// Seconds since 1970-01-01T00:00:00Z. `None` outside the years 1970 to 9999.
    #[must_use]
    pub const fn from_seconds(seconds: i64) -> Option<Self> {
        if seconds >= 0 && seconds < Self::END { Some(Self(seconds)) } else { None }
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        self.0
    }

    /// This second of a day, both counted from 0; the first day is 1970-01-01. `None` after the year 9999.
    pub(super) fn of_day(day: u32, second: u32) -> Option<Self> {
        Self::from_seconds(i64::from(day).checked_mul(DAY)?.checked_add(second.into())?)
    }

    /// The day since 1970-01-01, and the second of the day.
    pub(super) fn day_and_second(self) -> (u32, u32) {
        // A day has 675 times 128 seconds. Lists of times are long, and a division of small numbers is several times as
        // fast as one of large ones: any time without its last seven bits is small.
        let (parts, rest) = (u32::try_from(self.0 >> 7).unwrap_or(0), u32::try_from(self.0 & 127).unwrap_or(0));
        (parts / 675, (parts % 675).saturating_mul(128).saturating_add(rest))
    }

    /// The time in ISO 8601, such as `2026-11-23T08:00:00Z`.
    fn iso(self) -> [u8; 20] {
        let (day, second) = self.day_and_second();
        let (year, month, day) = date_from_days(day);
        let ([a, b], [c, d], [e, f], [g, h]) = (two(year / 100), two(year), two(month), two(day));
        let ([i, j], [k, l], [m, n]) = (two(second / 3600), two(second / 60 % 60), two(second % 60));
        [a, b, c, d, b'-', e, f, b'-', g, h, b'T', i, j, b':', k, l, b':', m, n, b'Z']
    }

    /// Reads `YYYY-MM-DDTHH:MM`, with optional seconds and fraction (cut off), and `Z` or an offset such as `+01:00`.
    /// A time without `Z` or offset is rejected: it would mean something else on every machine.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = text.split_at_checked(10)?;
        let days = days_from_date(date)?;
        let (hour, rest) = time.strip_prefix(['T', 't'])?.split_at_checked(2)?;
        let (minute, rest) = rest.strip_prefix(':')?.split_at_checked(2)?;
        let (hour, minute) = (two_digits(hour, 23)?, two_digits(minute, 59)?);
        let (seconds, zone) =
            rest.split_at_checked(rest.bytes().position(|b| matches!(b, b'Z' | b'z' | b'+' | b'-'))?)?;
        let second = match seconds.strip_prefix(':') {
            Some(seconds) => whole_seconds(seconds)?,
            None if seconds.is_empty() => 0,
            None => return None,
        };
        let offset = offset(zone)?;
        let seconds = days
            .checked_mul(DAY)?
            .checked_add(hour.checked_mul(3600)?)?
            .checked_add(minute.checked_mul(60)?)?
            .checked_add(second)?;
        Self::from_seconds(seconds.checked_sub(offset)?)
    }
}

fn whole_seconds(text: &str) -> Option<i64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = !fraction.is_empty() && fraction.len() <= 9 && fraction.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| two_digits(whole, 59))?
}

fn offset(text: &str) -> Option<i64> {
    if text.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let (sign, rest) = text.split_at_checked(1)?;
    let (hours, minutes) = rest.split_once(':')?;
    let seconds = two_digits(hours, 23)?.checked_mul(3600)?.checked_add(two_digits(minutes, 59)?.checked_mul(60)?)?;
    Some(if sign == "-" { seconds.saturating_neg() } else { seconds })
}

fn two_digits(text: &str, max: i64) -> Option<i64> {
    let plain = text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok())?.filter(|n| *n <= max)
}

/// Days from 1970-01-01 to a date `YYYY-MM-DD`, by the calendar's 400-year cycle.
fn days_from_date(text: &str) -> Option<i64> {
    crate::value::date::Date::parse(text).filter(|_| text.len() == 10)?;
    let (year, month) = (text.get(..4)?.parse::<i64>().ok()?, text.get(5..7)?.parse::<i64>().ok()?);
    let day: i64 = text.get(8..)?.parse().ok()?;
    // March-based year: the leap day comes last, so that month lengths follow one formula.
    let (y, m) = if month > 2 { (year, month.checked_sub(3)?) } else { (year.checked_sub(1)?, month.checked_add(9)?) };
    let day_of_year = m.checked_mul(153)?.checked_add(2)?.checked_div(5)?.checked_add(day)?.checked_sub(1)?;
    let leap_days = y.div_euclid(4).checked_sub(y.div_euclid(100))?.checked_add(y.div_euclid(400))?;
    y.checked_mul(365)?.checked_add(leap_days)?.checked_add(day_of_year)?.checked_sub(719_468)
}

/// Year, month and day of a number of days since 1970-01-01.
fn date_from_days(days: u32) -> (u32, u32, u32) {
    let z = days.saturating_add(719_468);
    let (era, doe) = (z / 146_097, z % 146_097);
    let yoe = (doe.saturating_sub(doe / 1_460).saturating_add(doe / 36_524).saturating_sub(doe / 146_096)) / 365;
    let doy = doe.saturating_sub(yoe.saturating_mul(365).saturating_add(yoe / 4).saturating_sub(yoe / 100));
    let mp = doy.saturating_mul(5).saturating_add(2) / 153;
    let day = doy.saturating_sub(mp.saturating_mul(153).saturating_add(2) / 5).saturating_add(1);
    let month = if mp < 10 { mp.saturating_add(3) } else { mp.saturating_sub(9) };
    let year = yoe.saturating_add(era.saturating_mul(400)).saturating_add(u32::from(month <= 2));
    (year, month, day)
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(std::str::from_utf8(&self.iso()).unwrap_or_default())
    }
}

/// As a string in ISO 8601.
impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(std::str::from_utf8(&self.iso()).unwrap_or_default())
    }
}

/// The last two digits of a number. Lists of times are long: this is several times as fast as formatting each part.
fn two(number: u32) -> [u8; 2] {
    [number / 10, number].map(|number| b'0' | u8::try_from(number % 10).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_points_in_time() {
        for (text, seconds) in [
            ("1970-01-01T00:00Z", 0),
            ("2000-02-29T12:34:56Z", 951_827_696),
            ("2026-11-23T08:30:00.999+01:00", 1_795_419_000),
            ("9999-12-31T23:59:59Z", Instant::END - 1),
        ] {
            assert_eq!(Instant::parse(text).unwrap().seconds(), seconds, "{text}");
        }
    }

    #[test]
    fn other_texts_are_rejected() {
        for text in [
            "",
            "2026-11-23",
            "2026-11-23T08:30",
            "2026-11-23 08:30Z",
            "2026-02-30T00:00Z",
            "2026-11-23T24:00Z",
            "2026-11-23T08:60Z",
            "2026-11-23T08:30:5Z",
            "2026-11-23T08:30:00.Z",
            "1969-12-31T23:59:59Z",
            "1970-01-01T00:00+01:00",
            "9999-12-31T23:59-01:00",
            "2026-11-23T8:30Z",
            "2026-11-23T08:30+1:00",
            "2026-11-23T08:30Zz",
            "2026-11-23T08:30xZ",
            "2026-11-23T08:3000Z",
        ] {
            assert_eq!(Instant::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn printing_and_parsing_are_inverse(seconds in 0..Instant::END) {
            let instant = Instant::from_seconds(seconds).unwrap();
            prop_assert_eq!(Instant::parse(&instant.to_string()), Some(instant));
        }
    }
}
