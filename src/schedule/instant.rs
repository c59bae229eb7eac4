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
        Self::from_seconds(i64::from(day) * DAY + i64::from(second))
    }

    /// The day since 1970-01-01, and the second of the day.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a time has 38 bits and no sign")]
    pub(super) fn day_and_second(self) -> (u32, u32) {
        // A day has 675 times 128 seconds. Lists of times are long, and a division of small numbers is several times as
        // fast as one of large ones: any time without its last seven bits is small.
        let (parts, rest) = ((self.0 >> 7) as u32, (self.0 & 127) as u32);
        (parts / 675, parts % 675 * 128 + rest)
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
        Self::from_seconds(days * DAY + hour * 3600 + minute * 60 + second - offset)
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
    let seconds = two_digits(hours, 23)? * 3600 + two_digits(minutes, 59)? * 60;
    Some(if sign == "-" { -seconds } else { seconds })
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
    let (y, m) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let day_of_year = (m * 153 + 2) / 5 + day - 1;
    let leap_days = y / 4 - y / 100 + y / 400;
    Some(y * 365 + leap_days + day_of_year - 719_468)
}

/// Year, month and day of a number of days since 1970-01-01.
fn date_from_days(days: u32) -> (u32, u32, u32) {
    let z = days + 719_468;
    let (era, doe) = (z / 146_097, z % 146_097);
    let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (yoe * 365 + yoe / 4 - yoe / 100);
    let mp = (doy * 5 + 2) / 153;
    let day = doy - (mp * 153 + 2) / 5 + 1;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    let year = yoe + era * 400 + u32::from(month <= 2);
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
    [number / 10, number].map(|number| b'0' + (number % 10) as u8)
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
