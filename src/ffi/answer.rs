//! What an answer is, and how it is written.

use serde::Serialize;

use super::codec::{self, Malformed, Values};
use crate::model::request::InputError;

/// What an answer is: its first byte. Its message follows, which is one value or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Outcome {
    /// What was asked for; no value where there is nothing to say.
    Success,
    /// An [`InputError`]: an option or argument is invalid.
    Refused,
    /// No value: the input is no message, or has other values than the question takes.
    Malformed,
}

impl Outcome {
    /// All, in the order of their numbers.
    pub const ALL: [Self; 3] = [Self::Success, Self::Refused, Self::Malformed];
}

/// Why a question has no answer.
pub(super) enum Failure {
    Refused(InputError),
    Malformed,
}

impl From<InputError> for Failure {
    fn from(refused: InputError) -> Self {
        Self::Refused(refused)
    }
}

impl From<Malformed> for Failure {
    fn from(_: Malformed) -> Self {
        Self::Malformed
    }
}

/// What a question is answered with, before it is written; no value where there is nothing to say.
pub(super) type Answer<T> = Result<Option<T>, Failure>;

pub(super) fn answered<T: Serialize>(input: &[u8], question: impl FnOnce(&mut Values<'_>) -> Answer<T>) -> Vec<u8> {
    let answer = Values::of(input).map_err(Failure::from).and_then(|mut values| {
        let answer = question(&mut values)?;
        values.finish()?;
        Ok(answer)
    });
    let written = match &answer {
        Ok(Some(answer)) => codec::write(&[Outcome::Success as u8], answer),
        Ok(None) => return empty(Outcome::Success),
        Err(Failure::Refused(refused)) => codec::write(&[Outcome::Refused as u8], refused),
        Err(Failure::Malformed) => return empty(Outcome::Malformed),
    };
    // What cannot be written, no answer of ours has: tests ask every question.
    written.unwrap_or_else(|_| empty(Outcome::Malformed))
}

/// An answer without a value.
pub(super) fn empty(outcome: Outcome) -> Vec<u8> {
    vec![outcome as u8, 0, 0, 0, 0, 0, 0, 0, 0]
}
