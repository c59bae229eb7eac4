//! The core as a native program, for `npm run bench -- native`, which compares it with the same core in wasm.
//!
//! Every workload begins with packed bytes and ends with packed bytes, as in wasm; what JavaScript does before and after
//! is no part of it. Arguments: the name of a workload of `benches/parts/native.mjs`, and for how many milliseconds to
//! run it. The values to pack are read from stdin, as JSON. Prints nanoseconds per call; without the time, the answer.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a benchmark stops at the first surprise, and prints"
)]

use std::env;
use std::hint::black_box;
use std::io::stdin;
use std::time::{Duration, Instant as Clock};

use eventstorecloud_planner::diagnostic::Report;
use eventstorecloud_planner::model::kinds::KINDS;
use eventstorecloud_planner::model::raw::Raw;
use eventstorecloud_planner::model::resource::{Args, Notation};
use eventstorecloud_planner::net::{Cidr, OverlappingCidr, first_overlaps};
use eventstorecloud_planner::packed::{self, Item, Values};
use eventstorecloud_planner::rules::{Built, build_if_needed, check_document};
use eventstorecloud_planner::schedule::{Instant, Schedule};
use serde::Serialize;

fn main() {
    // glibc keeps memory between calls, as the allocator in wasm does, once a block of this size has been freed.
    drop(black_box(vec![0_u8; 31 << 20]));
    let mut arguments = env::args().skip(1);
    let workload = arguments.next().expect("the name of a workload");
    let time = arguments.next().map(|ms| Duration::from_millis(ms.parse().expect("milliseconds")));
    let input = packed::pack(&serde_json::from_reader::<_, Vec<Raw>>(stdin()).expect("values as JSON"));
    match workload.as_str() {
        "cluster" => run(|| cluster(&input), time),
        "document" => run(|| document(&input), time),
        "overlap" => run(|| overlap(&input), time),
        "next" => run(|| next(&input), time),
        other => panic!("no workload is called {other}"),
    }
}

fn run<T: Serialize>(work: impl Fn() -> T, time: Option<Duration>) {
    match time {
        Some(time) => {
            println!("{}", ns_per_call(|| packed::write(&work()).expect("an answer that can be packed"), time))
        }
        None => println!("{}", serde_json::to_string(&work()).expect("an answer that is JSON")),
    }
}

/// The clock is read once a batch, which doubles until it takes as long as it should: those before are the warm-up.
fn ns_per_call(work: impl Fn() -> Vec<u8>, time: Duration) -> f64 {
    let mut batch = 1_u32;
    loop {
        let start = Clock::now();
        for _ in 0..batch {
            black_box(work());
        }
        let took = start.elapsed();
        if took >= time {
            return took.as_secs_f64() * 1e9 / f64::from(batch);
        }
        batch *= 2;
    }
}

/// Nothing, where there is nothing to edit and nothing to report.
fn cluster(input: &[u8]) -> Option<Built> {
    let kind = *KINDS.iter().find(|kind| kind.name == "ManagedCluster").expect("the kind");
    let mut values = Values::of(input);
    let options = values.whole().expect("what was packed");
    let mut entries = values.entries().expect("what was packed");
    build_if_needed(kind, Args::Entries(&mut entries), Notation::Call, &options).expect("options that can be used")
}

fn document(input: &[u8]) -> Report {
    let [document, options] = packed::read(input).expect("what was packed");
    check_document(document, &options).expect("options that can be used")
}

fn overlap(input: &[u8]) -> Vec<OverlappingCidr> {
    let list = Values::of(input).texts(|_, item| match item {
        Item::Text(text) => Cidr::parse(text).expect("a block"),
        Item::Other(_) => panic!("all are texts"),
    });
    let blocks = list.expect("what was packed").expect("a list");
    let firsts = first_overlaps(&blocks).into_iter().enumerate();
    firsts.filter_map(|(index, first)| Some(OverlappingCidr { index, overlaps: first? })).collect()
}

fn next(input: &[u8]) -> Vec<Instant> {
    let mut values = Values::of(input);
    let text = values.item().expect("what was packed");
    let options: Vec<_> = values.entries().expect("what was packed").collect();
    let schedule = Schedule::parse(text.as_text().expect("text")).expect("a schedule");
    let after = options.iter().find(|(name, _)| name.text() == "after").and_then(|(_, value)| value.as_text());
    let after = after.and_then(Instant::parse).expect("a time");
    std::iter::successors(schedule.next_after(after), |run| schedule.next_after(*run)).take(1_000).collect()
}
