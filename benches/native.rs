//! `cargo bench`: the core as a native program. `npm run bench -- native` runs it in turn with the same core in wasm.
//!
//! Every workload begins with packed bytes and ends with packed bytes, as in wasm; what JavaScript does before and after
//! is no part of it. Arguments: `--inputs` prints all inputs and answers as JSON, instead of measuring; `--json` prints
//! nanoseconds per call as JSON; `--only NAME`; `--ms N`, how long one sample takes; `--samples N`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    reason = "a benchmark stops at the first surprise, and prints"
)]

use std::collections::BTreeMap;
use std::env;
use std::hint::black_box;
use std::time::{Duration, Instant as Clock};

use eventstorecloud_planner::diagnostic::Report;
use eventstorecloud_planner::model::kind::Kind;
use eventstorecloud_planner::model::kinds::KINDS;
use eventstorecloud_planner::model::raw::Raw;
use eventstorecloud_planner::model::resource::{Args, Notation};
use eventstorecloud_planner::net::{Cidr, OverlappingCidr, first_overlaps};
use eventstorecloud_planner::packed;
use eventstorecloud_planner::rules::{build_if_needed, check_document};
use eventstorecloud_planner::schedule::{Instant, Schedule};
use serde::Serialize;
use serde_json::{Value, json};

const PARTS: u32 = 100;
const BLOCKS: u32 = 100_000;
const SCHEDULE: &str = "0 */6 * * *";
const AFTER: &str = "2026-11-23T08:07:00Z";
const RUNS: usize = 1_000;

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let given = |name: &str| arguments.iter().any(|argument| argument == name);
    let after = |name: &str| arguments.iter().skip_while(|argument| *argument != name).nth(1);
    let number = |name: &str, otherwise: u32| after(name).map_or(otherwise, |text| text.parse().expect("a number"));

    if given("--inputs") {
        return println!("{}", inputs_and_answers());
    }
    let sample = Duration::from_millis(number("--ms", 50).into());
    let samples = number("--samples", 21);
    let mut medians = BTreeMap::new();
    for (name, run) in workloads().iter().filter(|(name, _)| after("--only").is_none_or(|only| only == name)) {
        let ns = median(run.as_ref(), sample, samples);
        medians.insert(*name, ns);
        if !given("--json") {
            println!("{name:<10}{ns:>16.0} ns per call");
        }
    }
    if given("--json") {
        println!("{}", json!(medians));
    }
}

type Run = Box<dyn Fn() -> Vec<u8>>;

/// What is measured. The names are those of `benches/parts/native.mjs`.
fn workloads() -> [(&'static str, Run); 4] {
    let [cluster, document] = [packed::pack(&[Raw::Null, raw(cluster())]), packed_with_nothing(document())];
    let [blocks, schedule] = [packed::pack(&[raw(json!(blocks()))]), packed::pack(&[raw(json!(SCHEDULE)), options()])];
    let kind = *KINDS.iter().find(|kind| kind.name == "ManagedCluster").expect("the kind");
    [
        ("cluster", Box::new(move || answer_cluster(kind, &cluster))),
        ("document", Box::new(move || written(&answer_document(&document)))),
        ("overlap", Box::new(move || written(&answer_overlap(&blocks)))),
        ("next", Box::new(move || written(&answer_next(&schedule)))),
    ]
}

fn answer_cluster(kind: &'static Kind, input: &[u8]) -> Vec<u8> {
    let mut values = packed::Values::of(input);
    let options = values.whole().expect("what was packed");
    let mut entries = values.entries().expect("what was packed");
    let built = build_if_needed(kind, Args::Entries(&mut entries), Notation::Call, &options);
    let built = built.expect("options that can be used");
    built.map_or_else(Vec::new, |built| written(&built))
}

fn answer_document(input: &[u8]) -> Report {
    let [document, options] = packed::read(input).expect("what was packed");
    check_document(document, &options).expect("options that can be used")
}

fn answer_overlap(input: &[u8]) -> Vec<OverlappingCidr> {
    let list = packed::Values::of(input).texts(|_, item| match item {
        packed::Item::Text(text) => Cidr::parse(text).expect("a block"),
        packed::Item::Other(_) => panic!("all are texts"),
    });
    let blocks = list.expect("what was packed").expect("a list");
    let firsts = first_overlaps(&blocks).into_iter().enumerate();
    firsts.filter_map(|(index, first)| Some(OverlappingCidr { index, overlaps: first? })).collect()
}

fn answer_next(input: &[u8]) -> Vec<Instant> {
    let mut values = packed::Values::of(input);
    let text = values.item().expect("what was packed");
    let options: Vec<_> = values.entries().expect("what was packed").collect();
    let schedule = Schedule::parse(text.as_text().expect("text")).expect("a schedule");
    let after = options.iter().find(|(name, _)| name.text() == "after").and_then(|(_, value)| value.as_text());
    let after = after.and_then(Instant::parse).expect("a time");
    let runs = std::iter::successors(schedule.next_after(after), |run| schedule.next_after(*run));
    runs.take(RUNS).collect()
}

fn written<T: Serialize>(value: &T) -> Vec<u8> {
    packed::write(value).expect("an answer that can be packed")
}

/// The median of a few samples, after one that does not count.
fn median(run: &dyn Fn() -> Vec<u8>, sample: Duration, samples: u32) -> f64 {
    one(run, sample);
    let mut all: Vec<f64> = (0..samples.max(1)).map(|_| one(run, sample)).collect();
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

/// Nanoseconds per call. The clock is read once a batch, which doubles until it takes as long as a sample should.
fn one(run: &dyn Fn() -> Vec<u8>, sample: Duration) -> f64 {
    let mut batch = 1_u32;
    loop {
        let start = Clock::now();
        for _ in 0..batch {
            black_box(run());
        }
        let took = start.elapsed();
        if took >= sample || batch > u32::MAX / 2 {
            return took.as_secs_f64() * 1e9 / f64::from(batch);
        }
        batch *= 2;
    }
}

fn inputs_and_answers() -> Value {
    let [document_in, blocks_in] = [document(), json!(blocks())];
    let report = answer_document(&packed_with_nothing(document_in.clone()));
    let overlaps = answer_overlap(&packed::pack(&[raw(blocks_in.clone())]));
    let runs = answer_next(&packed::pack(&[raw(json!(SCHEDULE)), options()]));
    json!({
        "inputs": { "cluster": cluster(), "document": document_in, "overlap": blocks_in, "next": [SCHEDULE, next_options()] },
        "answers": { "document": report, "overlap": overlaps, "next": runs },
    })
}

fn cluster() -> Value {
    json!({
        "projectId": "bq4m8lp5rq5c6n1v2x3z", "networkId": "bq4m8lp5rq5c6n1v2x40", "name": "orders",
        "topology": "three-node-multi-zone", "instanceType": "M16", "diskSize": 500, "diskType": "gp3",
        "diskIops": 3000, "diskThroughput": 125, "serverVersion": "26.0", "projectionLevel": "off",
        "publicAccess": false, "protected": true,
    })
}

/// The first of the cases with all kinds of resources, many times over in one program.
fn document() -> Value {
    let cases = rule_pages::cases::all().expect("cases");
    let case = cases.into_iter().find(|case| case.name.starts_with("all-kinds: ")).expect("the case");
    let mut document = case.document;
    let resources = document["resources"].as_array().expect("resources").clone();
    let all = (0..PARTS).flat_map(|part| resources.iter().map(move |resource| copy(resource, part)));
    document["resources"] = all.collect();
    document
}

/// Under names and with blocks of its own.
fn copy(resource: &Value, part: u32) -> Value {
    let mut copy = resource.clone();
    rename(&mut copy, part);
    let args = copy["args"].as_object_mut().expect("args");
    if args.contains_key("cidrBlock") {
        args.insert("cidrBlock".to_string(), json!(format!("10.0.{part}.0/24")));
    }
    if args.contains_key("routes") {
        args.insert("routes".to_string(), json!([format!("172.16.{part}.0/24")]));
    }
    copy
}

fn rename(value: &mut Value, part: u32) {
    let Value::Object(entries) = value else {
        return value.as_array_mut().into_iter().flatten().for_each(|item| rename(item, part));
    };
    for (key, value) in entries {
        match (key.as_str(), value) {
            ("name" | "description" | "ref", Value::String(text)) => *text = format!("{text}-{part}"),
            ("dependsOn", Value::Array(names)) => {
                *names =
                    names.iter().map(|name| json!(format!("{}-{part}", name.as_str().unwrap_or_default()))).collect();
            }
            (_, value) => rename(value, part),
        }
    }
}

/// As many /28, of which one in a hundred is the /27 over two of them; a step that shares no factor with the number of
/// blocks puts them out of order.
fn blocks() -> Vec<String> {
    let address = |number: u32| std::net::Ipv4Addr::from(0x0a00_0000 + number);
    let place = |i: u32| u32::try_from(u64::from(i) * 61_803 % u64::from(BLOCKS)).unwrap_or(0);
    let block = |i: u32| match i % 100 {
        99 => format!("{}/27", address(place(i) / 2 * 32)),
        _ => format!("{}/28", address(place(i) * 16)),
    };
    (0..BLOCKS).map(block).collect()
}

fn next_options() -> Value {
    json!({ "after": AFTER, "count": RUNS })
}

fn options() -> Raw {
    raw(next_options())
}

fn packed_with_nothing(value: Value) -> Vec<u8> {
    packed::pack(&[raw(value), Raw::Null])
}

fn raw(value: Value) -> Raw {
    serde_json::from_value(value).expect("values are values")
}
