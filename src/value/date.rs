//! Calendar dates, for support periods. No clock: "today" is always given.

use std::fmt;

/// A day of the proleptic Gregorian calendar. Later days compare greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// Reads `YYYY-MM-DD`, or a date and time that begins with it (`2026-11-23T08:00:00Z`). Years are 1970 to 9999.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (date, rest) = text.split_at_checked(10)?;
        if !(rest.is_empty() || rest.starts_with(['T', 't', ' ']) && is_time(rest)) {
            return None;
        }
        let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = date.as_bytes() else { return None };
        let year = digits(&[y1, y2, y3, y4])?;
        let month = digits(&[m1, m2])?.try_into().ok()?;
        let day = digits(&[d1, d2])?.try_into().ok()?;
        let valid = year >= 1970 && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        valid.then_some(Self { year, month, day })
    }

    /// The same day of the month some months later, or the last day of that month where it is shorter.
    #[must_use]
    pub fn plus_months(self, months: u16) -> Self {
        let month = u16::from(self.month) - 1 + months % 12;
        let year = self.year + months / 12 + month / 12;
        let month = (month % 12) as u8 + 1;
        let day = self.day.min(days_in(year, month));
        Self { year, month, day }
    }
}

fn is_time(text: &str) -> bool {
    text.len() <= 20
        && text.chars().skip(1).all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | 'Z' | 'z' | '+' | '-'))
}

/// The number that at most four digits are.
fn digits(digits: &[u8]) -> Option<u16> {
    digits.iter().try_fold(0_u16, |number, byte| {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
        Some(number * 10 + u16::from(digit))
    })
}

const fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn real_days_parse_and_others_do_not() {
        for good in ["2026-11-23", "2024-02-29", "2026-11-23T08:30:00Z", "2026-11-23T08:30:00.123+01:00"] {
            assert_eq!(Date::parse(good).unwrap().to_string(), good[..10]);
        }
        for bad in [
            "",
            "2026",
            "2026-13-01",
            "2026-00-10",
            "2023-02-29",
            "2026-11-31",
            "26-11-23",
            "2026-11-23x",
            "2026-11-2３",
            "1969-01-01",
        ] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn months_are_added_within_the_calendar() {
        let date = |text| Date::parse(text).unwrap();
        assert_eq!(date("2026-08-31").plus_months(6), date("2027-02-28"));
        assert_eq!(date("2026-11-23").plus_months(0), date("2026-11-23"));
        assert_eq!(date("2026-12-01").plus_months(1), date("2027-01-01"));
        assert!(date("2026-11-23") < date("2026-11-30"));
    }
}
