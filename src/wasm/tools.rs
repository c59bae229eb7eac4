//! Address blocks and schedules, one question a call.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

use super::{malformed, packed_answer, unpacked};
use crate::catalogue::Catalogue;
use crate::model::object::Object;
use crate::model::raw::Raw;
use crate::model::reader::{Refused, expected, known_keys, required, whole};
use crate::net::{Block, FreeSpace, OverlappingBlock, first_overlaps};
use crate::packed::{Item, Values};
use crate::schedule::{Instant, Schedule};
use crate::value::spelling::quoted;

/// Most occurrences that one call returns.
const MAX_OCCURRENCES: u32 = 10_000;

#[derive(serde::Serialize)]
struct Answer<T> {
    value: T,
}

/// What a block is: first and last address, number of addresses, prefix length.
#[wasm_bindgen(js_name = cidrParse)]
pub fn cidr_parse(input: &[u8]) -> Result<Uint8Array, JsError> {
    let [text] = unpacked(input)?;
    packed_answer(block(&text, "text").map(|block| Answer { value: block.facts() }))
}

/// Whether the first block contains the whole second one.
#[wasm_bindgen(js_name = cidrContains)]
pub fn cidr_contains(input: &[u8]) -> Result<Uint8Array, JsError> {
    let [outer, inner] = unpacked(input)?;
    let both = block(&outer, "outer").and_then(|outer| Ok((outer, block(&inner, "inner")?)));
    packed_answer(both.map(|(outer, inner)| Answer { value: outer.contains(inner) }))
}

/// Whether two blocks have an address in common.
#[wasm_bindgen(js_name = cidrOverlaps)]
pub fn cidr_overlaps(input: &[u8]) -> Result<Uint8Array, JsError> {
    let [a, b] = unpacked(input)?;
    let both = block(&a, "a").and_then(|a| Ok((a, block(&b, "b")?)));
    packed_answer(both.map(|(a, b)| Answer { value: a.overlaps(b) }))
}

/// The parts of a prefix length that make up a block.
#[wasm_bindgen(js_name = cidrSplit)]
pub fn cidr_split(input: &[u8]) -> Result<Uint8Array, JsError> {
    let [text, prefix_length] = unpacked(input)?;
    let parts = block(&text, "text").and_then(|block| {
        let parts = block.split(length(&prefix_length, 0)?).map_err(|e| Refused::new("prefixLength", e.to_string()))?;
        Ok(parts.iter().map(ToString::to_string).collect::<Vec<_>>())
    });
    packed_answer(parts.map(|value| Answer { value }))
}

/// For every block of a list that overlaps one before it: its index and that of the first one that it overlaps.
#[wasm_bindgen(js_name = cidrOverlapping)]
pub fn cidr_overlapping(input: &[u8]) -> Result<Uint8Array, JsError> {
    let mut values = Values::of(input);
    let list = values.texts(|place, item| listed(place, item, "blocks")).map_err(malformed)?;
    values.finish().map_err(malformed)?;
    let pairs = blocks(list, "blocks").map(|blocks| {
        let firsts = first_overlaps(&blocks).into_iter().enumerate();
        firsts.filter_map(|(index, first)| Some(OverlappingBlock { index, overlaps: first? })).collect::<Vec<_>>()
    });
    packed_answer(pairs.map(|value| Answer { value }))
}

/// The best place in a pool for a block of a prefix length, clear of what is taken; nothing where there is none.
#[wasm_bindgen(js_name = cidrNextFree)]
pub fn cidr_next_free(input: &[u8]) -> Result<Uint8Array, JsError> {
    let mut values = Values::of(input);
    let pool = values.whole().map_err(malformed)?;
    let taken = values.texts(|place, item| listed(place, item, "taken")).map_err(malformed)?;
    let prefix_length = values.whole().map_err(malformed)?;
    values.finish().map_err(malformed)?;
    let place = block(&pool, "pool").and_then(|pool| {
        let taken = blocks(taken, "taken")?;
        let length = length(&prefix_length, u32::from(pool.prefix_length()))?;
        Ok(FreeSpace::without(pool, &taken).best_fit(length, pool).map(|block| block.to_string()))
    });
    packed_answer(place.map(|value| Answer { value }))
}

/// What a schedule is: its canonical text, its meaning in words, and the distances between its runs.
#[wasm_bindgen(js_name = scheduleParse)]
pub fn schedule_parse(input: &[u8]) -> Result<Uint8Array, JsError> {
    let [text] = unpacked(input)?;
    packed_answer(schedule(&text, "text").map(|schedule| Answer { value: schedule.facts() }))
}

/// The next runs after a point in time, as ISO times in UTC. The options are `after` and `count`.
#[wasm_bindgen(js_name = scheduleNext)]
pub fn schedule_next(input: &[u8]) -> Result<Uint8Array, JsError> {
    walk(input, "after", Schedule::next_after)
}

/// The last runs before a point in time, latest first, as ISO times in UTC. The options are `before` and `count`.
#[wasm_bindgen(js_name = schedulePrevious)]
pub fn schedule_previous(input: &[u8]) -> Result<Uint8Array, JsError> {
    walk(input, "before", Schedule::previous_before)
}

/// The runs between two points in time, both included, as ISO times in UTC. The options are `from` and `to`.
#[wasm_bindgen(js_name = scheduleBetween)]
pub fn schedule_between(input: &[u8]) -> Result<Uint8Array, JsError> {
    let [text, options] = unpacked(input)?;
    let times = schedule(&text, "text").and_then(|schedule| {
        let options = options_of(&options, &["from", "to"])?;
        let (from, to) = (time(options, "from")?, time(options, "to")?);
        if to < from {
            return Err(Refused::new("options.to", format!("is `{to}`, before `from`, which is `{from}`")));
        }
        let runs = schedule.count_between(from, to);
        if runs > u64::from(MAX_OCCURRENCES) {
            let message = format!("is so far from `from` that there are {runs} runs; one call lists {MAX_OCCURRENCES}");
            return Err(Refused::new("options.to", message));
        }
        Ok(schedule.between(from, to).map(|run| run.to_string()).collect::<Vec<_>>())
    });
    packed_answer(times.map(|value| Answer { value }))
}

/// Whether two schedules run at the same times.
#[wasm_bindgen(js_name = scheduleEquals)]
pub fn schedule_equals(input: &[u8]) -> Result<Uint8Array, JsError> {
    let [a, b] = unpacked(input)?;
    packed_answer(schedules(&a, &b).map(|(a, b)| Answer { value: a.same_runs(&b) }))
}

/// The fewest minutes between a run of one schedule and a run of another.
#[wasm_bindgen(js_name = scheduleDistance)]
pub fn schedule_distance(input: &[u8]) -> Result<Uint8Array, JsError> {
    let [a, b] = unpacked(input)?;
    packed_answer(schedules(&a, &b).map(|(a, b)| Answer { value: a.distance(&b) }))
}

/// Whether two schedules start nearer to each other than the jobs of one cluster should.
#[wasm_bindgen(js_name = scheduleClash)]
pub fn schedule_clash(input: &[u8]) -> Result<Uint8Array, JsError> {
    let [a, b] = unpacked(input)?;
    let least = Catalogue::default().backup_limits().map_or(0, |limits| limits.min_job_distance_minutes);
    packed_answer(schedules(&a, &b).map(|(a, b)| Answer { value: a.distance(&b) < least }))
}

/// Runs one after the other, from a point in time that the option `start` gives.
fn walk(
    input: &[u8],
    start: &str,
    step: impl Fn(&Schedule, Instant) -> Option<Instant>,
) -> Result<Uint8Array, JsError> {
    let [text, options] = unpacked(input)?;
    let times = schedule(&text, "text").and_then(|schedule| {
        let options = options_of(&options, &[start, "count"])?;
        let first = step(&schedule, time(options, start)?);
        let count = whole(options.get("count"), "options.count", 1, MAX_OCCURRENCES)?.unwrap_or(1);
        let runs = std::iter::successors(first, |run| step(&schedule, *run));
        Ok(runs.take(usize::try_from(count).unwrap_or(0)).map(|run| run.to_string()).collect::<Vec<_>>())
    });
    packed_answer(times.map(|value| Answer { value }))
}

/// A point in time that an option gives.
fn time(options: &Object, key: &str) -> Result<Instant, Refused> {
    let path = format!("options.{key}");
    let text = match options.get(key) {
        Some(time) => text(time, &path)?,
        None => return Err(Refused::new(path, "is missing")),
    };
    let message = || format!("is {}, which is no ISO time with a zone such as `2026-11-23T08:00:00Z`", quoted(text));
    Instant::parse(text).ok_or_else(|| Refused::new(path, message()))
}

fn block(value: &Raw, path: &str) -> Result<Block, Refused> {
    let text = text(value, path)?;
    Block::parse(text).map_err(|e| Refused::new(path, format!("is {}, which {e}", quoted(text))))
}

/// A block in a list.
fn listed(place: usize, item: Item<'_>, path: &str) -> Result<Block, Refused> {
    match item {
        Item::Text(text) if let Ok(block) = Block::parse(text) => Ok(block),
        Item::Text(text) => block(&Raw::Text(text.to_string()), &format!("{path}[{place}]")),
        Item::Other(other) => block(&other, &format!("{path}[{place}]")),
    }
}

/// The blocks of a list, or what is wrong with the first that is none.
fn blocks(list: Result<Vec<Result<Block, Refused>>, Raw>, path: &str) -> Result<Vec<Block>, Refused> {
    list.map_err(|other| expected(path, "a list", &other))?.into_iter().collect()
}

fn length(value: &Raw, least: u32) -> Result<u8, Refused> {
    let length = required(whole(Some(value), "prefixLength", least, 32)?, "prefixLength")?;
    Ok(u8::try_from(length).unwrap_or(u8::MAX))
}

fn schedule(value: &Raw, path: &str) -> Result<Schedule, Refused> {
    let text = text(value, path)?;
    Schedule::parse(text).map_err(|e| Refused::new(path, format!("is {}, which {e}", quoted(text))))
}

fn schedules(a: &Raw, b: &Raw) -> Result<(Schedule, Schedule), Refused> {
    schedule(a, "a").and_then(|a| Ok((a, schedule(b, "b")?)))
}

fn text<'a>(value: &'a Raw, path: &str) -> Result<&'a str, Refused> {
    value.as_text().ok_or_else(|| expected(path, "text", value))
}

fn options_of<'a>(value: &'a Raw, known: &[&str]) -> Result<&'a Object, Refused> {
    match value {
        Raw::Object(options) => known_keys("options", options, known).map(|()| options),
        other => Err(expected("options", "an object", other)),
    }
}
