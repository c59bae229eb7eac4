//! Arithmetic over CIDR blocks and schedules, one question a call.

use wasm_bindgen::prelude::*;

use super::{malformed, packed_answer};
use crate::catalogue::Catalogue;
use crate::model::raw::{Object, Raw};
use crate::model::reader::{self, InputError, expected, integer, known_keys, required};
use crate::net::{Cidr, FreeSpace, OverlappingCidr, first_overlaps};
use crate::packed::{Item, Values};
use crate::schedule::{Instant, Schedule};
use crate::value::spelling::{grouped, quoted};

/// The maximum number of occurrences that one call returns.
const MAX_OCCURRENCES: u32 = 10_000;

/// What a CIDR block is: first and last address, number of addresses, prefix length.
pub fn cidr_parse(input: &[u8]) -> Result<Vec<u8>, JsError> {
    let [text] = items(input)?;
    packed_answer(cidr(&text, "text").map(|cidr| cidr.facts()))
}

/// Whether the first CIDR block contains the second.
pub fn cidr_contains(input: &[u8]) -> Result<Vec<u8>, JsError> {
    let [outer, inner] = items(input)?;
    let both = cidr(&outer, "outer").and_then(|outer| Ok((outer, cidr(&inner, "inner")?)));
    packed_answer(both.map(|(outer, inner)| outer.contains(inner)))
}

/// Whether two CIDR blocks have an address in common.
pub fn cidr_overlaps(input: &[u8]) -> Result<Vec<u8>, JsError> {
    let [a, b] = items(input)?;
    let both = cidr(&a, "a").and_then(|a| Ok((a, cidr(&b, "b")?)));
    packed_answer(both.map(|(a, b)| a.overlaps(b)))
}

/// The parts of a prefix length that make up a CIDR block.
pub fn cidr_split(input: &[u8]) -> Result<Vec<u8>, JsError> {
    let mut values = Values::of(input);
    let (text, prefix_length) = (values.item().map_err(malformed)?, values.whole().map_err(malformed)?);
    values.finish().map_err(malformed)?;
    let parts = cidr(&text, "text").and_then(|cidr| {
        let parts =
            cidr.split(length(&prefix_length, 0)?).map_err(|e| InputError::new("prefixLength", e.to_string()))?;
        Ok(parts.iter().map(ToString::to_string).collect::<Vec<_>>())
    });
    packed_answer(parts)
}

/// For every CIDR block of a list that overlaps one before it: its index and that of the first one that it overlaps.
pub fn cidr_overlapping(input: &[u8]) -> Result<Vec<u8>, JsError> {
    let mut values = Values::of(input);
    let list = values.texts(|index, item| listed(index, &item, "cidrBlocks")).map_err(malformed)?;
    values.finish().map_err(malformed)?;
    let pairs = cidrs(list, "cidrBlocks").map(|cidrs| {
        let firsts = first_overlaps(&cidrs).into_iter().enumerate();
        firsts.filter_map(|(index, first)| Some(OverlappingCidr { index, overlaps: first? })).collect::<Vec<_>>()
    });
    packed_answer(pairs)
}

/// The best free CIDR block of a prefix length in a pool, clear of what is taken; nothing where there is none.
pub fn cidr_next_free(input: &[u8]) -> Result<Vec<u8>, JsError> {
    let mut values = Values::of(input);
    let pool = values.item().map_err(malformed)?;
    let taken = values.texts(|index, item| listed(index, &item, "taken")).map_err(malformed)?;
    let prefix_length = values.whole().map_err(malformed)?;
    values.finish().map_err(malformed)?;
    let index = cidr(&pool, "pool").and_then(|pool| {
        let taken = cidrs(taken, "taken")?;
        let length = length(&prefix_length, u32::from(pool.prefix_length()))?;
        Ok(FreeSpace::without(pool, &taken).best_fit(length, pool).map(|cidr| cidr.to_string()))
    });
    packed_answer(index)
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
            return Err(InputError::new("options.to", format!("must not be before `from`, which is `{from}`")));
        }
        let runs = schedule.count_between(from, to);
        if runs > u64::from(MAX_OCCURRENCES) {
            let message = format!(
                "{} runs are between `from` and `to`; at most {} are supported",
                grouped(runs),
                grouped(MAX_OCCURRENCES.into())
            );
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
    let min = Catalogue::default().backup_limits().map_or(0, |limits| limits.min_job_distance_minutes);
    packed_answer(schedules(&a, &b).map(|(a, b)| a.distance(&b) < min))
}

/// Runs one after the other, from a point in time that the option `start` gives.
fn walk(input: &[u8], start: &str, step: impl Fn(&Schedule, Instant) -> Option<Instant>) -> Result<Vec<u8>, JsError> {
    let (text, options) = text_and_options(input, [start, "count"])?;
    let times = schedule(&text, "text").and_then(|schedule| {
        let [from, count] = options?;
        let first = step(&schedule, time(from, start)?);
        let count = integer(count.as_ref(), "options.count", 1, MAX_OCCURRENCES)?.unwrap_or(1);
        let runs = std::iter::successors(first, |run| step(&schedule, *run));
        Ok(runs.take(count as usize).collect::<Vec<_>>())
    });
    packed_answer(times)
}

/// That many values that should be strings.
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

/// What should be a string, and options of which these are known, in their order.
fn text_and_options<'a, const N: usize>(input: &'a [u8], known: [&str; N]) -> Result<(Item<'a>, Options<N>), JsError> {
    let mut values = Values::of(input);
    let text = values.item().map_err(malformed)?;
    let options = if values.is_object() {
        let mut given = [const { None }; N];
        let mut others = Vec::new();
        for (name, value) in values.entries().map_err(malformed)? {
            match known.iter().zip(&mut given).find(|(known, _)| **known == name.text()) {
                Some((_, index)) => *index = Some(value),
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
    let value = value.ok_or_else(|| InputError::new(path(), "is required"))?;
    let text = value.as_text().ok_or_else(|| expected(&path(), "a string", &value))?;
    let message = || format!("must be an ISO time with a zone such as `2026-11-23T08:00:00Z`, not {}", quoted(text));
    Instant::parse(text).ok_or_else(|| InputError::new(path(), message()))
}

fn cidr(value: &Item<'_>, path: &str) -> Result<Cidr, InputError> {
    reader::cidr(text(value, path)?, path)
}

/// A CIDR block in a list.
fn listed(index: usize, item: &Item<'_>, path: &str) -> Result<Cidr, InputError> {
    // The path is only put together where it is needed.
    let parsed = item.as_text().and_then(|text| Cidr::parse(text).ok());
    parsed.map_or_else(|| cidr(item, &format!("{path}[{index}]")), Ok)
}

/// The CIDR blocks of an array, or the error of the first that is invalid.
fn cidrs(list: Result<Vec<Result<Cidr, InputError>>, Raw>, path: &str) -> Result<Vec<Cidr>, InputError> {
    list.map_err(|other| expected(path, "an array", &other))?.into_iter().collect()
}

#[expect(clippy::cast_possible_truncation, reason = "it is at most 32")]
fn length(value: &Raw, min: u32) -> Result<u8, InputError> {
    let length = required(integer(Some(value), "prefixLength", min, 32)?, "prefixLength")?;
    Ok(length as u8)
}

fn schedule(value: &Item<'_>, path: &str) -> Result<Schedule, InputError> {
    reader::schedule(text(value, path)?, path)
}

fn schedules(a: &Item<'_>, b: &Item<'_>) -> Result<(Schedule, Schedule), InputError> {
    schedule(a, "a").and_then(|a| Ok((a, schedule(b, "b")?)))
}

fn text<'a>(value: &'a Item<'_>, path: &str) -> Result<&'a str, InputError> {
    match value {
        Item::Text(text) => Ok(text),
        Item::Other(other) => Err(expected(path, "a string", other)),
    }
}
