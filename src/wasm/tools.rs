//! Address blocks and schedules, one question a call.

use wasm_bindgen::prelude::*;

use super::{malformed, packed_answer};
use crate::catalogue::Catalogue;
use crate::model::raw::{Object, Raw};
use crate::model::reader::{InputError, expected, known_keys, required, whole};
use crate::net::{Cidr, FreeSpace, OverlappingCidr, first_overlaps};
use crate::packed::{Item, Values};
use crate::schedule::{Instant, Schedule};
use crate::value::spelling::quoted;

/// Most occurrences that one call returns.
const MAX_OCCURRENCES: u32 = 10_000;

/// What a block is: first and last address, number of addresses, prefix length.
pub fn cidr_parse(input: &[u8]) -> Result<Vec<u8>, JsError> {
    let [text] = items(input)?;
    packed_answer(block(&text, "text").map(|block| block.facts()))
}

/// Whether the first block contains the whole second one.
pub fn cidr_contains(input: &[u8]) -> Result<Vec<u8>, JsError> {
    let [outer, inner] = items(input)?;
    let both = block(&outer, "outer").and_then(|outer| Ok((outer, block(&inner, "inner")?)));
    packed_answer(both.map(|(outer, inner)| outer.contains(inner)))
}

/// Whether two blocks have an address in common.
pub fn cidr_overlaps(input: &[u8]) -> Result<Vec<u8>, JsError> {
    let [a, b] = items(input)?;
    let both = block(&a, "a").and_then(|a| Ok((a, block(&b, "b")?)));
    packed_answer(both.map(|(a, b)| a.overlaps(b)))
}

/// The parts of a prefix length that make up a block.
pub fn cidr_split(input: &[u8]) -> Result<Vec<u8>, JsError> {
    let mut values = Values::of(input);
    let (text, prefix_length) = (values.item().map_err(malformed)?, values.whole().map_err(malformed)?);
    values.finish().map_err(malformed)?;
    let parts = block(&text, "text").and_then(|block| {
        let parts =
            block.split(length(&prefix_length, 0)?).map_err(|e| InputError::new("prefixLength", e.to_string()))?;
        Ok(parts.iter().map(ToString::to_string).collect::<Vec<_>>())
    });
    packed_answer(parts)
}

/// For every block of a list that overlaps one before it: its index and that of the first one that it overlaps.
pub fn cidr_overlapping(input: &[u8]) -> Result<Vec<u8>, JsError> {
    let mut values = Values::of(input);
    let list = values.texts(|place, item| listed(place, &item, "blocks")).map_err(malformed)?;
    values.finish().map_err(malformed)?;
    let pairs = blocks(list, "blocks").map(|blocks| {
        let firsts = first_overlaps(&blocks).into_iter().enumerate();
        firsts.filter_map(|(index, first)| Some(OverlappingCidr { index, overlaps: first? })).collect::<Vec<_>>()
    });
    packed_answer(pairs)
}

/// The best place in a pool for a block of a prefix length, clear of what is taken; nothing where there is none.
pub fn cidr_next_free(input: &[u8]) -> Result<Vec<u8>, JsError> {
    let mut values = Values::of(input);
    let pool = values.item().map_err(malformed)?;
    let taken = values.texts(|place, item| listed(place, &item, "taken")).map_err(malformed)?;
    let prefix_length = values.whole().map_err(malformed)?;
    values.finish().map_err(malformed)?;
    let place = block(&pool, "pool").and_then(|pool| {
        let taken = blocks(taken, "taken")?;
        let length = length(&prefix_length, u32::from(pool.prefix_length()))?;
        Ok(FreeSpace::without(pool, &taken).best_fit(length, pool).map(|block| block.to_string()))
    });
    packed_answer(place)
}

/// What a schedule is: its canonical text, its meaning in words, and the distances between its runs.
pub fn schedule_parse(input: &[u8]) -> Result<Vec<u8>, JsError> {
    let [text] = items(input)?;
    packed_answer(schedule(&text, "text").map(|schedule| schedule.facts()))
}

/// The next runs after a point in time, as ISO times in UTC. The options are `after` and `count`.
pub fn schedule_next(input: &[u8]) -> Result<Vec<u8>, JsError> {
    walk(input, "after", Schedule::next_after)
}

/// The last runs before a point in time, latest first, as ISO times in UTC. The options are `before` and `count`.
pub fn schedule_previous(input: &[u8]) -> Result<Vec<u8>, JsError> {
    walk(input, "before", Schedule::previous_before)
}

/// The runs between two points in time, both included, as ISO times in UTC. The options are `from` and `to`.
pub fn schedule_between(input: &[u8]) -> Result<Vec<u8>, JsError> {
    let (text, options) = text_and_options(input, ["from", "to"])?;
    let times = schedule(&text, "text").and_then(|schedule| {
        let [from, to] = options?;
        let (from, to) = (time(from, "from")?, time(to, "to")?);
        if to < from {
            return Err(InputError::new("options.to", format!("is `{to}`, before `from`, which is `{from}`")));
        }
        let runs = schedule.count_between(from, to);
        if runs > u64::from(MAX_OCCURRENCES) {
            let message = format!("is so far from `from` that there are {runs} runs; one call lists {MAX_OCCURRENCES}");
            return Err(InputError::new("options.to", message));
        }
        Ok(schedule.between(from, to).collect::<Vec<_>>())
    });
    packed_answer(times)
}

/// Whether two schedules run at the same times.
pub fn schedule_equals(input: &[u8]) -> Result<Vec<u8>, JsError> {
    let [a, b] = items(input)?;
    packed_answer(schedules(&a, &b).map(|(a, b)| a.same_runs(&b)))
}

/// The fewest minutes between a run of one schedule and a run of another.
pub fn schedule_distance(input: &[u8]) -> Result<Vec<u8>, JsError> {
    let [a, b] = items(input)?;
    packed_answer(schedules(&a, &b).map(|(a, b)| a.distance(&b)))
}

/// Whether two schedules start nearer to each other than the jobs of one cluster should.
pub fn schedule_clash(input: &[u8]) -> Result<Vec<u8>, JsError> {
    let [a, b] = items(input)?;
    let least = Catalogue::default().backup_limits().map_or(0, |limits| limits.min_job_distance_minutes);
    packed_answer(schedules(&a, &b).map(|(a, b)| a.distance(&b) < least))
}

/// Runs one after the other, from a point in time that the option `start` gives.
fn walk(input: &[u8], start: &str, step: impl Fn(&Schedule, Instant) -> Option<Instant>) -> Result<Vec<u8>, JsError> {
    let (text, options) = text_and_options(input, [start, "count"])?;
    let times = schedule(&text, "text").and_then(|schedule| {
        let [from, count] = options?;
        let first = step(&schedule, time(from, start)?);
        let count = whole(count.as_ref(), "options.count", 1, MAX_OCCURRENCES)?.unwrap_or(1);
        let runs = std::iter::successors(first, |run| step(&schedule, *run));
        Ok(runs.take(usize::try_from(count).unwrap_or(0)).collect::<Vec<_>>())
    });
    packed_answer(times)
}

/// That many values that should be texts.
fn items<const N: usize>(input: &[u8]) -> Result<[Item<'_>; N], JsError> {
    let mut values = Values::of(input);
    let mut items = [const { Item::Text("") }; N];
    for item in &mut items {
        *item = values.item().map_err(malformed)?;
    }
    values.finish().map_err(malformed)?;
    Ok(items)
}

/// Those that were asked for, in that order.
type Options<const N: usize> = Result<[Option<Raw>; N], InputError>;

/// What should be a text, and options of which these are known, each in its place.
fn text_and_options<'a, const N: usize>(input: &'a [u8], known: [&str; N]) -> Result<(Item<'a>, Options<N>), JsError> {
    let mut values = Values::of(input);
    let text = values.item().map_err(malformed)?;
    let options = if values.is_object() {
        let mut given = [const { None }; N];
        let mut others = Vec::new();
        for (name, value) in values.entries().map_err(malformed)? {
            match known.iter().zip(&mut given).find(|(known, _)| **known == name.text()) {
                Some((_, place)) => *place = Some(value),
                None => others.push((name.key(), value)),
            }
        }
        known_keys("options", &Object::of(others), &known).map(|()| given)
    } else {
        Err(expected("options", "an object", &values.whole().map_err(malformed)?))
    };
    values.finish().map_err(malformed)?;
    Ok((text, options))
}

/// A point in time that an option gives.
fn time(value: Option<Raw>, key: &str) -> Result<Instant, InputError> {
    let path = || format!("options.{key}");
    let value = value.ok_or_else(|| InputError::new(path(), "is missing"))?;
    let text = value.as_text().ok_or_else(|| expected(&path(), "text", &value))?;
    let message = || format!("is {}, which is no ISO time with a zone such as `2026-11-23T08:00:00Z`", quoted(text));
    Instant::parse(text).ok_or_else(|| InputError::new(path(), message()))
}

fn block(value: &Item<'_>, path: &str) -> Result<Cidr, InputError> {
    let text = text(value, path)?;
    Cidr::parse(text).map_err(|e| InputError::new(path, format!("is {}, which {e}", quoted(text))))
}

/// A block in a list.
fn listed(place: usize, item: &Item<'_>, path: &str) -> Result<Cidr, InputError> {
    // The path is only put together where it is needed.
    let parsed = item.as_text().and_then(|text| Cidr::parse(text).ok());
    parsed.map_or_else(|| block(item, &format!("{path}[{place}]")), Ok)
}

/// The blocks of a list, or what is wrong with the first that is none.
fn blocks(list: Result<Vec<Result<Cidr, InputError>>, Raw>, path: &str) -> Result<Vec<Cidr>, InputError> {
    list.map_err(|other| expected(path, "a list", &other))?.into_iter().collect()
}

fn length(value: &Raw, least: u32) -> Result<u8, InputError> {
    let length = required(whole(Some(value), "prefixLength", least, 32)?, "prefixLength")?;
    Ok(u8::try_from(length).unwrap_or(u8::MAX))
}

fn schedule(value: &Item<'_>, path: &str) -> Result<Schedule, InputError> {
    let text = text(value, path)?;
    Schedule::parse(text).map_err(|e| InputError::new(path, format!("is {}, which {e}", quoted(text))))
}

fn schedules(a: &Item<'_>, b: &Item<'_>) -> Result<(Schedule, Schedule), InputError> {
    schedule(a, "a").and_then(|a| Ok((a, schedule(b, "b")?)))
}

fn text<'a>(value: &'a Item<'_>, path: &str) -> Result<&'a str, InputError> {
    match value {
        Item::Text(text) => Ok(text),
        Item::Other(other) => Err(expected(path, "text", other)),
    }
}
