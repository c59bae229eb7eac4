//! Questions as JavaScript asks them, and what is true of any answer.

use std::cell::RefCell;

use eventstorecloud_planner::ffi::codec::Values;
use eventstorecloud_planner::ffi::{Outcome, Question, call};
use eventstorecloud_planner::model::raw::Raw;
use serde_json::Value;

/// A question that was asked, and its answer.
#[derive(Clone, Debug)]
pub struct Asked {
    /// What was asked.
    pub question: Question,
    /// What JavaScript would pass.
    pub input: Vec<u8>,
    /// What JavaScript would get.
    pub answer: Vec<u8>,
}

thread_local! {
    static HEARD: RefCell<Option<Vec<Asked>>> = const { RefCell::new(None) };
}

/// Does something, and gives every question that was asked meanwhile.
pub fn heard(work: impl FnOnce()) -> Vec<Asked> {
    HEARD.set(Some(Vec::new()));
    work();
    HEARD.take().unwrap_or_default()
}

/// What a question is answered with.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// What was asked for; `null` where there is nothing to say.
    Success(Value),
    /// An option or argument is invalid.
    Refused(Value),
    /// The input has no such values.
    Malformed,
}

/// Asks twice and gives the answer.
///
/// # Panics
/// When two answers differ, or an answer is no message of one value or none.
pub fn ask_any(question: Question, input: &[u8]) -> Answer {
    let answer = call(question as u8, input);
    assert_eq!(answer, call(question as u8, input), "{question:?} gives two answers");
    HEARD.with_borrow_mut(|heard| {
        if let Some(heard) = heard {
            heard.push(Asked { question, input: input.to_vec(), answer: answer.clone() });
        }
    });
    let (outcome, message) = answer.split_first().expect("an outcome");
    let mut values = Values::of(message).expect("a message");
    let value = values.whole().ok();
    assert!(values.finish().is_ok(), "{question:?} answers with more than a value");
    let of = |outcome: Outcome| outcome as u8;
    match (*outcome, value) {
        (outcome, value) if outcome == of(Outcome::Success) => {
            Answer::Success(value.as_ref().map_or(Value::Null, json_of))
        }
        (outcome, Some(value)) if outcome == of(Outcome::Refused) => Answer::Refused(json_of(&value)),
        (outcome, None) if outcome == of(Outcome::Malformed) => Answer::Malformed,
        other => panic!("{question:?} answers {other:?}"),
    }
}

/// The same of what was packed: it is not malformed.
///
/// # Panics
/// As `ask_any`, and when the input is said to be malformed.
pub fn ask(question: Question, input: &[u8]) -> Answer {
    let answer = ask_any(question, input);
    assert_ne!(answer, Answer::Malformed, "{question:?} takes what was packed for malformed");
    answer
}

/// A value of an answer.
fn json_of(value: &Raw) -> Value {
    match value {
        Raw::Null => Value::Null,
        Raw::Boolean(boolean) => Value::Bool(*boolean),
        Raw::Number(number) => Value::from(*number),
        Raw::Text(text) => Value::String(text.clone()),
        Raw::List(items) => items.iter().map(json_of).collect(),
        Raw::Object(entries) => entries.iter().map(|(name, value)| (name.to_string(), json_of(value))).collect(),
        Raw::Unknown | Raw::Unusable(_) => panic!("{value:?} in an answer"),
    }
}
