//! Questions that are asked and answered in bytes which stay in the core's memory: nothing is copied into an array of
//! JavaScript's for each call, and nothing is asked of the allocator for the input.
//!
//! JavaScript asks for room, puts the packed input there and names the question with the length of the input. The answer is
//! given as its place; it tells its own length, and is there until the next question.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

use super::tools;

thread_local! {
    static INPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static ANSWER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Room for inputs of up to that many bytes, and its place. It takes that of the room there was; no answer is kept.
#[wasm_bindgen(js_name = roomFor)]
pub fn room_for(length: usize) -> *const u8 {
    // The room before it goes first, so that the two are never there at once.
    INPUT.set(Vec::new());
    ANSWER.set(Vec::new());
    INPUT.set(vec![0; length]);
    // Taking the place of bytes is safe; it is JavaScript that writes there, between two calls.
    INPUT.with_borrow(|input| input.as_ptr())
}

/// Answers the question that the first bytes of the room are. Gives the place of the answer, or 0 when it has no bytes.
fn answered(length: usize, question: impl FnOnce(&[u8]) -> Result<Vec<u8>, JsError>) -> *const u8 {
    match INPUT.with_borrow(|input| question(input.get(..length).unwrap_or_default())) {
        Ok(answer) if answer.is_empty() => std::ptr::null(),
        Ok(answer) => {
            let place = answer.as_ptr();
            ANSWER.set(answer);
            place
        }
        // The input is not ours, or the answer cannot be packed. JavaScript gives the instance up.
        Err(error) => wasm_bindgen::throw_val(error.into()),
    }
}

/// An export for each question: what answers it, and its name in JavaScript.
macro_rules! questions {
    ($($name:ident: $question:path as $exported:ident;)+) => {$(
        #[doc = concat!("[`", stringify!($question), "`] of what is in the room.")]
        #[wasm_bindgen(js_name = $exported)]
        pub fn $name(length: usize) -> *const u8 {
            answered(length, $question)
        }
    )+};
}

questions! {
    check: super::check as check;
    build: super::build as build;
    build_resolved: super::build_resolved as buildResolved;
    cidr_parse: tools::cidr_parse as cidrParse;
    cidr_contains: tools::cidr_contains as cidrContains;
    cidr_overlaps: tools::cidr_overlaps as cidrOverlaps;
    cidr_split: tools::cidr_split as cidrSplit;
    cidr_overlapping: tools::cidr_overlapping as cidrOverlapping;
    cidr_next_free: tools::cidr_next_free as cidrNextFree;
    schedule_parse: tools::schedule_parse as scheduleParse;
    schedule_next: tools::schedule_next as scheduleNext;
    schedule_previous: tools::schedule_previous as schedulePrevious;
    schedule_between: tools::schedule_between as scheduleBetween;
    schedule_equals: tools::schedule_equals as scheduleEquals;
    schedule_distance: tools::schedule_distance as scheduleDistance;
    schedule_clash: tools::schedule_clash as scheduleClash;
}
