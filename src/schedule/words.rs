//! A schedule in words.

use super::occurrence::Schedule;
use super::syntax::Part;

const DAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

impl Schedule {
    /// What it means, as one phrase: `every day at 00:00 UTC`, `every Sunday at 13:30 UTC`,
    /// `every day, every hour at minute 0`.
    #[must_use]
    pub fn describe(&self) -> String {
        let day = match self.day_of_week() {
            Part::Any | Part::Step(1) => "every day".to_string(),
            Part::At(day) => format!("every {}", DAYS.get(usize::from(day % 7)).unwrap_or(&"day")),
            Part::Step(step) => format!("every {step} days from Sunday"),
        };
        match (self.hour(), self.minute()) {
            (Part::Any | Part::Step(1), Part::At(minute)) => format!("{day}, every hour at minute {minute}"),
            (_, Part::At(minute)) => {
                let times: Vec<String> = self.hours().map(|hour| format!("{hour:02}:{minute:02}")).collect();
                format!("{day} at {} UTC", times.join(", "))
            }
            (hour, minute) => format!("{day}, {}{}", minutes_in_words(minute), self.hours_in_words(hour)),
        }
    }

    fn hours_in_words(&self, hour: Part) -> String {
        if matches!(hour, Part::Any | Part::Step(1)) {
            return String::new();
        }
        let hours: Vec<String> = self.hours().map(|hour| format!("{hour:02}:00")).collect();
        format!(" of the hours from {} UTC", hours.join(", "))
    }
}

/// The number of a day of the week that is given by its English name, whole or in three letters: `MON` is 1.
#[must_use]
pub fn day_number(name: &str) -> Option<u8> {
    let same = |day: &str| {
        day.eq_ignore_ascii_case(name) || day.get(..3).is_some_and(|short| short.eq_ignore_ascii_case(name))
    };
    (0..).zip(DAYS).find(|(_, day)| same(day)).map(|(number, _)| number)
}

/// A number of minutes in days, hours and minutes: `2 hours`, `1 day 30 minutes`.
#[must_use]
pub fn duration(minutes: u32) -> String {
    let parts = [(minutes / 1440, "day"), (minutes / 60 % 24, "hour"), (minutes % 60, "minute")];
    let words = parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, unit)| match count {
        1 => format!("1 {unit}"),
        _ => format!("{count} {unit}s"),
    });
    let words: Vec<String> = words.collect();
    if words.is_empty() { "0 minutes".to_string() } else { words.join(" ") }
}

fn minutes_in_words(minute: Part) -> String {
    match minute {
        Part::Step(step) if step > 1 => format!("every {step} minutes"),
        _ => "every minute".to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schedules_are_described() {
        for (text, words) in [
            ("0 0 * * *", "every day at 00:00 UTC"),
            ("30 13 * * 0", "every Sunday at 13:30 UTC"),
            ("30 13 * * 7", "every Sunday at 13:30 UTC"),
            ("15 */6 * * *", "every day at 00:15, 06:15, 12:15, 18:15 UTC"),
            ("0 */1 * * *", "every day, every hour at minute 0"),
            ("* * * * *", "every day, every minute"),
            ("*/1 3 * * 1", "every Monday, every minute of the hours from 03:00 UTC"),
            ("*/15 3 * * 1", "every Monday, every 15 minutes of the hours from 03:00 UTC"),
        ] {
            assert_eq!(Schedule::parse(text).unwrap().describe(), words);
        }
    }

    #[test]
    fn days_are_known_by_name() {
        for (name, number) in [
            ("MON", Some(1)),
            ("sunday", Some(0)),
            ("Sat", Some(6)),
            ("MON-FRI", None),
            ("", None),
            ("mo", None),
            ("é", None),
        ] {
            assert_eq!(day_number(name), number, "{name}");
        }
    }

    #[test]
    fn durations_are_described() {
        for (minutes, words) in [
            (0, "0 minutes"),
            (1, "1 minute"),
            (120, "2 hours"),
            (90, "1 hour 30 minutes"),
            (2880, "2 days"),
            (1500, "1 day 1 hour"),
        ] {
            assert_eq!(duration(minutes), words);
        }
    }
}
