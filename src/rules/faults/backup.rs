//! What the properties of a scheduled backup are, and what can be wrong with them.

use crate::model::Fit;
use crate::schedule::{Field, Gaps, InvalidField, Schedule, Syntax, SyntaxError, Written};
use crate::value::backup_template::Template;

/// A schedule with five fields, or one that means such a schedule.
#[derive(Clone, Debug)]
pub struct Timing<'a> {
    /// As the user wrote it.
    pub written: &'a str,
    pub syntax: Syntax<'a>,
    /// What it means, however it is spelled.
    pub schedule: Option<Schedule>,
}

/// The schedule does not have five fields.
#[derive(Debug)]
pub struct NotFiveFields<'a>(pub &'a str, pub SyntaxError);

/// What is wrong with one field of a schedule.
#[derive(Debug)]
pub struct FieldFault<'a> {
    pub field: Field,
    pub written: Written<'a>,
    pub fault: InField<'a>,
}

/// What can be wrong with a field.
#[derive(Debug)]
pub enum InField<'a> {
    /// It is outside the subset.
    Invalid(InvalidField<'a>),
    /// It is a step of 0.
    StepOfNothing,
    /// It is a step beyond the maximum of the field.
    StepBeyond(u8),
    /// It is a step that does not divide the day evenly.
    UnevenStep(u32, Gaps),
    /// It is a minute that starts runs this many minutes apart; the other number is the minimum.
    TooFrequent(u32, u32),
    /// It is a day of week that is a step.
    StepOfDays(u32),
    /// It is 7, for Sunday.
    Seven,
}

/// A number of backups that no job can keep.
#[derive(Debug)]
pub struct CountFault(pub f64, pub Fit);

/// What each backup is called, with its parts.
pub type Naming<'a> = (&'a str, Template<'a>);
