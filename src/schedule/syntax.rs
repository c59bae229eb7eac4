//! Reading the five fields, each by itself, so that every wrong field is reported and not only the first.

use std::fmt;

/// Which of the five fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// 0 to 59.
    Minute,
    /// 0 to 23.
    Hour,
    /// Only `*`.
    DayOfMonth,
    /// Only `*`.
    Month,
    /// 0 to 7.
    DayOfWeek,
}

impl Field {
    /// Its name in prose.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::DayOfMonth => "day of month",
            Self::Month => "month",
            Self::DayOfWeek => "day of week",
        }
    }

    /// The largest number it takes; nothing for a field that takes none.
    #[must_use]
    pub const fn largest(self) -> Option<u8> {
        match self {
            Self::Minute => Some(59),
            Self::Hour => Some(23),
            Self::DayOfMonth | Self::Month => None,
            Self::DayOfWeek => Some(7),
        }
    }
}

impl Field {
    /// What can be written there, as the end of a sentence.
    #[must_use]
    pub const fn allowed(self) -> &'static str {
        match self {
            Self::Minute => "a number from 0 to 59, `*` or a step such as `*/15`",
            Self::Hour => "a number from 0 to 23, `*` or a step such as `*/6`",
            Self::DayOfMonth | Self::Month => "`*`",
            Self::DayOfWeek => "a number from 0 (Sunday) to 7, or `*`",
        }
    }
}

/// What one field says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// `*`
    Any,
    /// One number.
    At(u8),
    /// A step, `*/N`: the values 0, N, 2N and so on.
    Step(u32),
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Any => f.write_str("*"),
            Self::At(number) => write!(f, "{number}"),
            Self::Step(step) => write!(f, "*/{step}"),
        }
    }
}

/// A field as written, with what it says when it is in the subset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written<'a> {
    /// The text of the field.
    pub text: &'a str,
    /// What it says, or nothing when it is outside the subset.
    pub part: Option<Part>,
}

impl<'a> Written<'a> {
    fn read(field: Field, text: &'a str) -> Self {
        let part = match field.largest() {
            Some(largest) => part(text, largest),
            None => (text == "*").then_some(Part::Any),
        };
        Self { text, part }
    }

    /// What the text of a field outside the subset is, in words.
    #[must_use]
    pub fn described(&self) -> &'static str {
        let text = self.text;
        if text.contains(',') {
            "a list"
        } else if text.starts_with("*/") {
            "a step without a usable number"
        } else if text.contains('/') {
            "a step that does not begin with `*`"
        } else if text.bytes().all(|b| b.is_ascii_digit()) {
            "a number out of range"
        } else if text.starts_with('-') {
            "a negative number"
        } else if text.contains('-') {
            "a range"
        } else if text.chars().all(char::is_alphabetic) {
            "a word"
        } else {
            "no number"
        }
    }
}

/// A schedule with five fields, each read by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Syntax<'a> {
    /// `*`, 0 to 59, or a step.
    pub minute: Written<'a>,
    /// `*`, 0 to 23, or a step.
    pub hour: Written<'a>,
    /// Only `*`.
    pub day_of_month: Written<'a>,
    /// Only `*`.
    pub month: Written<'a>,
    /// `*`, 0 to 7, or (doubtful) a step.
    pub day_of_week: Written<'a>,
}

/// Why a text has no five fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyntaxError {
    /// It begins with `@`.
    Macro,
    /// White space before, after, or more than one character of it between fields; otherwise five fields.
    Spacing,
    /// Another number of fields.
    FieldCount(usize),
}

impl<'a> Syntax<'a> {
    /// Splits a schedule into its five fields.
    ///
    /// # Errors
    /// When the text is a macro or has another number of fields, or white space other than single spaces.
    pub fn read(text: &'a str) -> Result<Self, SyntaxError> {
        if text.trim_start().starts_with('@') {
            return Err(SyntaxError::Macro);
        }
        // Six are enough to see that there are too many: a text of a megabyte is not counted to its end.
        let mut fields = text.split_whitespace();
        let five = (fields.next(), fields.next(), fields.next(), fields.next(), fields.next());
        let (Some(minute), Some(hour), Some(day), Some(month), Some(week)) = five else {
            return Err(SyntaxError::FieldCount(text.split_whitespace().take(6).count()));
        };
        if fields.next().is_some() {
            return Err(SyntaxError::FieldCount(text.split_whitespace().count()));
        }
        if !text.split(' ').eq([minute, hour, day, month, week]) {
            return Err(SyntaxError::Spacing);
        }
        Ok(Self {
            minute: Written::read(Field::Minute, minute),
            hour: Written::read(Field::Hour, hour),
            day_of_month: Written::read(Field::DayOfMonth, day),
            month: Written::read(Field::Month, month),
            day_of_week: Written::read(Field::DayOfWeek, week),
        })
    }

    /// All fields in their order.
    #[must_use]
    pub const fn fields(&self) -> [(Field, Written<'a>); 5] {
        [
            (Field::Minute, self.minute),
            (Field::Hour, self.hour),
            (Field::DayOfMonth, self.day_of_month),
            (Field::Month, self.month),
            (Field::DayOfWeek, self.day_of_week),
        ]
    }

    /// The fields that are outside the subset, in their order.
    pub fn wrong_fields(&self) -> impl Iterator<Item = Field> {
        self.fields().into_iter().filter(|(_, written)| written.part.is_none()).map(|(field, _)| field)
    }

    /// The schedule with another text in one field.
    #[must_use]
    pub fn with(&self, field: Field, text: &str) -> String {
        self.fields().map(|(own, written)| if own == field { text } else { written.text }).join(" ")
    }
}

fn part(text: &str, max: u8) -> Option<Part> {
    if text == "*" {
        return Some(Part::Any);
    }
    if let Some(rate) = text.strip_prefix("*/") {
        return number(rate).map(Part::Step);
    }
    u8::try_from(number(text)?).ok().filter(|n| *n <= max).map(Part::At)
}

/// One to nine decimal digits. `05` is read as 5, as cron does.
fn number(text: &str) -> Option<u32> {
    (!text.is_empty() && text.len() <= 9 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_than_five_fields_is_refused() {
        for (text, error) in [
            ("@daily", SyntaxError::Macro),
            (" @daily", SyntaxError::Macro),
            ("", SyntaxError::FieldCount(0)),
            ("0 12 * *", SyntaxError::FieldCount(4)),
            ("0 0 12 * * *", SyntaxError::FieldCount(6)),
            (" 0 12 * * *", SyntaxError::Spacing),
            ("0  12 * * *", SyntaxError::Spacing),
            ("0\t12 * * *", SyntaxError::Spacing),
        ] {
            assert_eq!(Syntax::read(text), Err(error), "{text:?}");
        }
    }

    #[test]
    fn every_wrong_field_is_found() {
        let wrong = |text| Syntax::read(text).unwrap().wrong_fields().collect::<Vec<_>>();
        assert_eq!(wrong("0 12 * * *"), []);
        assert_eq!(wrong("*/15 */6 * * 7"), []);
        assert_eq!(
            wrong("0,30 24 1 JAN MON-FRI"),
            [Field::Minute, Field::Hour, Field::DayOfMonth, Field::Month, Field::DayOfWeek]
        );
        assert_eq!(
            wrong("60 -1 */1 */1 8"),
            [Field::Minute, Field::Hour, Field::DayOfMonth, Field::Month, Field::DayOfWeek]
        );
        assert_eq!(
            wrong("*/ */x ? L W"),
            [Field::Minute, Field::Hour, Field::DayOfMonth, Field::Month, Field::DayOfWeek]
        );
        assert_eq!(wrong("+5 +1 */+1 * *"), [Field::Minute, Field::Hour, Field::DayOfMonth]);
        assert_eq!(wrong("000000005 0000000005 * * *"), [Field::Hour]);
        assert_eq!(wrong("1-5/2 ９ * * #1"), [Field::Minute, Field::Hour, Field::DayOfWeek]);
    }

    #[test]
    fn wrong_fields_are_put_into_words() {
        let described = |text| Written::read(Field::Hour, text).described();
        for (text, words) in [
            ("8,10", "a list"),
            ("8-18", "a range"),
            ("MON-FRI", "a range"),
            ("24", "a number out of range"),
            ("99999999999", "a number out of range"),
            ("-1", "a negative number"),
            ("noon", "a word"),
            ("8-18/2", "a step that does not begin with `*`"),
            ("*/x", "a step without a usable number"),
            ("9h", "no number"),
            ("#1", "no number"),
        ] {
            assert_eq!(described(text), words, "{text}");
        }
    }

    #[test]
    fn every_field_says_what_it_takes() {
        for (field, words) in [
            (Field::Minute, "a number from 0 to 59, `*` or a step such as `*/15`"),
            (Field::Hour, "a number from 0 to 23, `*` or a step such as `*/6`"),
            (Field::DayOfMonth, "`*`"),
            (Field::Month, "`*`"),
            (Field::DayOfWeek, "a number from 0 (Sunday) to 7, or `*`"),
        ] {
            assert_eq!(field.allowed(), words);
        }
    }

    #[test]
    fn one_field_is_replaced() {
        let syntax = Syntax::read("*/15 3 ? * MON").unwrap();
        assert_eq!(syntax.with(Field::Minute, "0"), "0 3 ? * MON");
        assert_eq!(syntax.with(Field::DayOfMonth, "*"), "*/15 3 * * MON");
        assert_eq!(syntax.with(Field::DayOfWeek, "1"), "*/15 3 ? * 1");
    }
}
