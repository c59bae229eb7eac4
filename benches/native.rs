//! The core as a native program, for `npm run bench -- native`, which compares it with the same core in wasm.
//!
//! Every question begins with a message and ends with one, as in wasm; what JavaScript does before and after is no part of
//! it. Arguments: the name of a question, and for how many milliseconds to ask it. The values to ask about are read from
//! stdin, as JSON. Prints nanoseconds per call. Without the time, the last value is the answer that is expected.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::print_stdout, reason = "a benchmark stops at the first surprise, and prints")]

use std::env;
use std::hint::black_box;
use std::io::stdin;
use std::time::{Duration, Instant};

use eventstorecloud_planner::ffi::codec::{Values, pack};
use eventstorecloud_planner::ffi::{Question, call};
use eventstorecloud_planner::model::raw::Raw;

fn main() {
    // glibc keeps memory between calls, as the allocator in wasm does, once a block of this size has been freed.
    drop(black_box(vec![0_u8; 31 << 20]));
    let mut arguments = env::args().skip(1);
    let name = arguments.next().expect("the name of a question");
    let question = Question::ALL.into_iter().find(|known| format!("{known:?}") == name).expect("a question") as u8;
    let mut values: Vec<Raw> = serde_json::from_reader(stdin()).expect("values as JSON");
    match arguments.next().map(|ms| Duration::from_millis(ms.parse().expect("milliseconds"))) {
        Some(time) => println!("{}", ns_per_call(question, &pack(&values), time)),
        None => {
            let expected = values.pop().expect("the answer");
            let answer = call(question, &pack(&values));
            let message = answer.get(1..).expect("a message");
            let answer = Values::of(message).expect("a message").whole().unwrap_or(Raw::Null);
            assert_eq!(answer, expected, "natively, and in wasm");
        }
    }
}

/// The clock is read once a batch, which doubles until it takes as long as it should: those before are the warm-up.
fn ns_per_call(question: u8, input: &[u8], time: Duration) -> f64 {
    let mut batch = 1_u32;
    loop {
        let start = Instant::now();
        for _ in 0..batch {
            black_box(call(question, input));
        }
        let took = start.elapsed();
        if took >= time {
            return took.as_secs_f64() * 1e9 / f64::from(batch);
        }
        batch *= 2;
    }
}
