//! Any bytes as the input of any question: malformed, or answered.

use crate::questions::{ALL, ask};

/// The first byte is the question.
pub fn run(bytes: &[u8]) {
    let Some((first, input)) = bytes.split_first() else { return };
    let _ = ask(ALL[usize::from(*first) % ALL.len()], input);
}
