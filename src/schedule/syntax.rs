//! Reading the five fields, each by itself, so that every invalid field is reported and not only the first.

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

    /// The maximum number that it accepts; nothing for a field that accepts none.
    #[must_use]
    pub const fn max(self) -> Option<u8> {
        match self {
            Self::Minute => Some(59),
            Self::Hour => Some(23),
            Self::DayOfMonth | Self::Month => None,
            Self::DayOfWeek => Some(7),
        }
    }

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
        let part = match field.max() {
            Some(max) => part(text, max),
            None => (text == "*").then_some(Part::Any),
        };
        Self { text, part }
    }

    /// The text with the reason, when it is outside the subset.
    #[must_use]
    pub fn invalid(&self) -> Option<InvalidField<'a>> {
        let text = self.text;
        let reason = if self.part.is_some() {
            return None;
        } else if text.contains(',') {
            "is a list, which is not supported"
        } else if text.starts_with("*/") {
            "is a step without a valid number"
        } else if text.contains('/') {
            "is a step that does not begin with `*`"
        } else if text.bytes().all(|b| b.is_ascii_digit()) {
            "is out of range"
        } else if text.starts_with('-') {
            "is negative"
        } else if text.contains('-') {
            "is a range, which is not supported"
        } else if text.chars().all(char::is_alphabetic) {
            "is a word, not a number"
        } else {
            "is not a number"
        };
        Some(InvalidField { text, reason })
    }
}

/// A field outside the subset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidField<'a> {
    /// The text of the field.
    pub text: &'a str,
    /// Why it is invalid: the end of a sentence that begins with the text.
    pub reason: &'static str,
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

/// Why a text does not have five fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyntaxError {
    /// It begins with `@`.
    Macro,
    /// It has five fields, but white space other than single spaces between them.
    Spacing,
    /// It has another number of fields.
    FieldCount(usize),
}

/// The end of a sentence that begins with the text.
impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Macro => f.write_str("is a macro; use five fields such as `0 0 * * *`"),
            Self::Spacing => f.write_str("has white space other than single spaces between its fields"),
            Self::FieldCount(count) => {
                let fields = if *count == 1 { "field" } else { "fields" };
                write!(f, "has {count} {fields}; a schedule has 5: minute, hour, day of month, month, day of week")
            }
        }
    }
}

impl std::error::Error for SyntaxError {}

impl<'a> Syntax<'a> {
    /// Splits a schedule into its five fields.
    ///
    /// # Errors
    /// When the text is a macro or has another number of fields, or white space other than single spaces.
    pub fn read(text: &'a str) -> Result<Self, SyntaxError> {
        if text.trim_start().starts_with('@') {
            return Err(SyntaxError::Macro);
        }
        let fields = five(text)?;
        if !text.split(' ').eq(fields) {
            return Err(SyntaxError::Spacing);
        }
        Ok(Self::of(fields))
    }

    /// The five fields of a schedule, whatever white space separates them.
    #[must_use]
    pub fn of_any_spacing(text: &'a str) -> Option<Self> {
        five(text).ok().map(Self::of)
    }

    fn of([minute, hour, day, month, week]: [&'a str; 5]) -> Self {
        Self {
            minute: Written::read(Field::Minute, minute),
            hour: Written::read(Field::Hour, hour),
            day_of_month: Written::read(Field::DayOfMonth, day),
            month: Written::read(Field::Month, month),
            day_of_week: Written::read(Field::DayOfWeek, week),
        }
    }

    /// One field.
    #[must_use]
    pub const fn field(&self, field: Field) -> Written<'a> {
        match field {
            Field::Minute => self.minute,
            Field::Hour => self.hour,
            Field::DayOfMonth => self.day_of_month,
            Field::Month => self.month,
            Field::DayOfWeek => self.day_of_week,
        }
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
    pub fn invalid_fields(&self) -> impl Iterator<Item = Field> {
        self.fields().into_iter().filter(|(_, written)| written.part.is_none()).map(|(field, _)| field)
    }

    /// The schedule as it must be written, with each field as it is.
    #[must_use]
    pub fn text(&self) -> String {
        self.fields().map(|(_, written)| written.text).join(" ")
    }

    /// The schedule with another text in one field.
    #[must_use]
    pub fn with(&self, field: Field, text: &str) -> String {
        self.fields().map(|(own, written)| if own == field { text } else { written.text }).join(" ")
    }
}

/// The fields of a text that has five.
fn five(text: &str) -> Result<[&str; 5], SyntaxError> {
    let mut fields = text.split_whitespace();
    let five = (fields.next(), fields.next(), fields.next(), fields.next(), fields.next());
    let (Some(minute), Some(hour), Some(day), Some(month), Some(week)) = five else {
        return Err(SyntaxError::FieldCount(text.split_whitespace().take(6).count()));
    };
    match fields.next() {
        Some(_) => Err(SyntaxError::FieldCount(text.split_whitespace().count())),
        None => Ok([minute, hour, day, month, week]),
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
    fn texts_without_five_fields_are_rejected() {
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
    fn every_invalid_field_is_found() {
        let invalid = |text| Syntax::read(text).unwrap().invalid_fields().collect::<Vec<_>>();
        assert_eq!(invalid("0 12 * * *"), []);
        assert_eq!(invalid("*/15 */6 * * 7"), []);
        assert_eq!(
            invalid("0,30 24 1 JAN MON-FRI"),
            [Field::Minute, Field::Hour, Field::DayOfMonth, Field::Month, Field::DayOfWeek]
        );
        assert_eq!(
            invalid("60 -1 */1 */1 8"),
            [Field::Minute, Field::Hour, Field::DayOfMonth, Field::Month, Field::DayOfWeek]
        );
        assert_eq!(
            invalid("*/ */x ? L W"),
            [Field::Minute, Field::Hour, Field::DayOfMonth, Field::Month, Field::DayOfWeek]
        );
        assert_eq!(invalid("+5 +1 */+1 * *"), [Field::Minute, Field::Hour, Field::DayOfMonth]);
        assert_eq!(invalid("000000005 0000000005 * * *"), [Field::Hour]);
        assert_eq!(invalid("1-5/2 ９ * * #1"), [Field::Minute, Field::Hour, Field::DayOfWeek]);
    }

    #[test]
    fn invalid_fields_have_a_reason() {
        let reason = |text| Written::read(Field::Hour, text).invalid().map(|invalid| invalid.reason);
        for (text, words) in [
            ("8,10", "is a list, which is not supported"),
            ("8-18", "is a range, which is not supported"),
            ("MON-FRI", "is a range, which is not supported"),
            ("24", "is out of range"),
            ("99999999999", "is out of range"),
            ("-1", "is negative"),
            ("noon", "is a word, not a number"),
            ("8-18/2", "is a step that does not begin with `*`"),
            ("*/x", "is a step without a valid number"),
            ("9h", "is not a number"),
            ("#1", "is not a number"),
        ] {
            assert_eq!(reason(text), Some(words), "{text}");
        }
        assert_eq!(reason("*/6"), None);
    }

    #[test]
    fn every_field_says_what_it_accepts() {
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
