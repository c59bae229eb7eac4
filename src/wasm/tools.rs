//! Address blocks and schedules, one question a call.

use std::collections::BTreeMap;

use wasm_bindgen::prelude::*;

use super::{answer, decode};
use crate::model::raw::Raw;
use crate::model::reader::{Refused, expected, known_keys, required, whole};
use crate::net::Block;
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
pub fn cidr_parse(text: &JsValue) -> Result<JsValue, JsError> {
    answer(block(text, "text").map(|block| Answer { value: block.facts() }))
}

/// Whether the first block contains the whole second one.
#[wasm_bindgen(js_name = cidrContains)]
pub fn cidr_contains(outer: &JsValue, inner: &JsValue) -> Result<JsValue, JsError> {
    let both = block(outer, "outer").and_then(|outer| Ok((outer, block(inner, "inner")?)));
    answer(both.map(|(outer, inner)| Answer { value: outer.contains(inner) }))
}

/// Whether two blocks have an address in common.
#[wasm_bindgen(js_name = cidrOverlaps)]
pub fn cidr_overlaps(a: &JsValue, b: &JsValue) -> Result<JsValue, JsError> {
    let both = block(a, "a").and_then(|a| Ok((a, block(b, "b")?)));
    answer(both.map(|(a, b)| Answer { value: a.overlaps(b) }))
}

/// The parts of a prefix length that make up a block.
#[wasm_bindgen(js_name = cidrSplit)]
pub fn cidr_split(text: &JsValue, prefix_length: &JsValue) -> Result<JsValue, JsError> {
    let parts = block(text, "text").and_then(|block| {
        let length = decode::raw(prefix_length);
        let length = required(whole(Some(&length), "prefixLength", 0, 32)?, "prefixLength")?;
        let parts = block
            .split(u8::try_from(length).unwrap_or(u8::MAX))
            .map_err(|e| Refused::new("prefixLength", e.to_string()))?;
        Ok(parts.iter().map(ToString::to_string).collect::<Vec<_>>())
    });
    answer(parts.map(|value| Answer { value }))
}

/// What a schedule is: its canonical text, its meaning in words, and the distances between its runs.
#[wasm_bindgen(js_name = scheduleParse)]
pub fn schedule_parse(text: &JsValue) -> Result<JsValue, JsError> {
    answer(schedule(text).map(|schedule| Answer { value: schedule.facts() }))
}

/// The next runs after a point in time, as ISO times in UTC. The options are `after` and `count`.
#[wasm_bindgen(js_name = scheduleNext)]
pub fn schedule_next(text: &JsValue, options: &JsValue) -> Result<JsValue, JsError> {
    let times = schedule(text).and_then(|schedule| {
        let options = options_of(options, &["after", "count"])?;
        let after_text = match options.get("after") {
            Some(after) => text_in(after, "options.after")?,
            None => return Err(Refused::new("options.after", "is missing")),
        };
        let wrong = || {
            Refused::new(
                "options.after",
                format!("is {}, which is no ISO time with a zone such as `2026-11-23T08:00:00Z`", quoted(&after_text)),
            )
        };
        let mut at = Instant::parse(&after_text).ok_or_else(wrong)?;
        let count = whole(options.get("count"), "options.count", 1, MAX_OCCURRENCES)?.unwrap_or(1);
        let mut times = Vec::new();
        for _ in 0..count {
            let Some(next) = schedule.next_after(at) else { break };
            times.push(next.to_string());
            at = next;
        }
        Ok(times)
    });
    answer(times.map(|value| Answer { value }))
}

fn block(value: &JsValue, path: &str) -> Result<Block, Refused> {
    let text = text_of(value, path)?;
    Block::parse(&text).map_err(|e| Refused::new(path, format!("is {}, which {e}", quoted(&text))))
}

fn schedule(value: &JsValue) -> Result<Schedule, Refused> {
    let text = text_of(value, "text")?;
    Schedule::parse(&text).map_err(|e| Refused::new("text", format!("is {}, which {e}", quoted(&text))))
}

fn text_of(value: &JsValue, path: &str) -> Result<String, Refused> {
    text_in(&decode::raw(value), path)
}

fn text_in(value: &Raw, path: &str) -> Result<String, Refused> {
    match value {
        Raw::Text(text) => Ok(text.clone()),
        other => Err(expected(path, "text", other)),
    }
}

fn options_of(value: &JsValue, known: &[&str]) -> Result<BTreeMap<String, Raw>, Refused> {
    match decode::raw(value) {
        Raw::Object(options) => known_keys("options", &options, known).map(|()| options),
        other => Err(expected("options", "an object", &other)),
    }
}
