//! Any bytes as the input of any question: malformed, or answered.

use crate::ffi::Question;
use crate::questions::ask_any;

/// The first byte is the question.
pub fn run(bytes: &[u8]) {
    let Some((first, input)) = bytes.split_first() else { return };
    ask_any(Question::ALL[usize::from(*first) % Question::ALL.len()], input);
}
