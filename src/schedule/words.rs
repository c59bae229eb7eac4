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
    fn words() {
        for (text, words) in [
            ("0 0 * * *", "every day at 00:00 UTC"),
            ("30 13 * * 0", "every Sunday at 13:30 UTC"),
            ("30 13 * * 7", "every Sunday at 13:30 UTC"),
            ("15 */6 * * *", "every day at 00:15, 06:15, 12:15, 18:15 UTC"),
            ("0 */1 * * *", "every day, every hour at minute 0"),
            ("* * * * *", "every day, every minute"),
            ("*/15 3 * * 1", "every Monday, every 15 minutes of the hours from 03:00 UTC"),
        ] {
            assert_eq!(Schedule::parse(text).unwrap().describe(), words);
        }
    }
}
