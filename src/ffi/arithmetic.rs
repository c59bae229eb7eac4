//! Arithmetic over CIDR blocks and schedules, one question a call.

use super::answer::{Answer, Failure};
use super::codec::{Item, Malformed, Values};
use crate::catalogue::Catalogue;
use crate::model::raw::{Object, Raw};
use crate::model::reader::{self, InputError, expected, integer, known_keys, required};
use crate::net::{Cidr, CidrFacts, FreeSpace, OverlappingCidr, first_overlaps};
use crate::schedule::{Instant, Schedule, ScheduleFacts};
use crate::value::spelling::{grouped, quoted};

/// The maximum number of occurrences that one call returns.
const MAX_OCCURRENCES: u32 = 10_000;

pub(super) fn cidr_parse(values: &mut Values<'_>) -> Answer<CidrFacts> {
    Ok(Some(cidr(&values.item()?, "text")?.facts()))
}

pub(super) fn cidr_contains(values: &mut Values<'_>) -> Answer<bool> {
    let (outer, inner) = (values.item()?, values.item()?);
    Ok(Some(cidr(&outer, "outer")?.contains(cidr(&inner, "inner")?)))
}

pub(super) fn cidr_overlaps(values: &mut Values<'_>) -> Answer<bool> {
    let (a, b) = (values.item()?, values.item()?);
    Ok(Some(cidr(&a, "a")?.overlaps(cidr(&b, "b")?)))
}

pub(super) fn cidr_split(values: &mut Values<'_>) -> Answer<Vec<String>> {
    let (text, prefix_length) = (values.item()?, values.whole()?);
    let parts = cidr(&text, "text")?.split(length(&prefix_length, 0)?);
    let parts = parts.map_err(|error| InputError::new("prefixLength", error.to_string()))?;
    Ok(Some(parts.iter().map(ToString::to_string).collect()))
}

pub(super) fn cidr_overlapping(values: &mut Values<'_>) -> Answer<Vec<OverlappingCidr>> {
    let cidrs = cidrs(values.texts(|index, item| listed(index, &item, "cidrBlocks"))?, "cidrBlocks")?;
    let firsts = first_overlaps(&cidrs).into_iter().enumerate();
    Ok(Some(firsts.filter_map(|(index, first)| Some(OverlappingCidr { index, overlaps: first? })).collect()))
}

pub(super) fn cidr_next_free(values: &mut Values<'_>) -> Answer<String> {
    let pool = values.item()?;
    let taken = values.texts(|index, item| listed(index, &item, "taken"))?;
    let prefix_length = values.whole()?;
    let pool = cidr(&pool, "pool")?;
    let taken = cidrs(taken, "taken")?;
    let length = length(&prefix_length, u32::from(pool.prefix_length()))?;
    Ok(FreeSpace::without(pool, &taken).best_fit(length, pool).map(|cidr| cidr.to_string()))
}

pub(super) fn schedule_parse(values: &mut Values<'_>) -> Answer<ScheduleFacts> {
    Ok(Some(schedule(&values.item()?, "text")?.facts()))
}

pub(super) fn schedule_next(values: &mut Values<'_>) -> Answer<Vec<Instant>> {
    walk(values, "after", Schedule::next_after)
}

pub(super) fn schedule_previous(values: &mut Values<'_>) -> Answer<Vec<Instant>> {
    walk(values, "before", Schedule::previous_before)
}

pub(super) fn schedule_between(values: &mut Values<'_>) -> Answer<Vec<Instant>> {
    let (text, options) = text_and_options(values, ["from", "to"])?;
    let schedule = schedule(&text, "text")?;
    let [from, to] = options?;
    let (from, to) = (time(from, "from")?, time(to, "to")?);
    if to < from {
        return Err(InputError::new("options.to", format!("must not be before `from`, which is `{from}`")).into());
    }
    let runs = schedule.count_between(from, to);
    if runs > u64::from(MAX_OCCURRENCES) {
        let (runs, most) = (grouped(runs), grouped(MAX_OCCURRENCES.into()));
        let message = format!("{runs} runs are between `from` and `to`; at most {most} are supported");
        return Err(InputError::new("options.to", message).into());
    }
    Ok(Some(schedule.between(from, to).collect()))
}

pub(super) fn schedule_equals(values: &mut Values<'_>) -> Answer<bool> {
    let (a, b) = schedules(values)?;
    Ok(Some(a.same_runs(&b)))
}

pub(super) fn schedule_distance(values: &mut Values<'_>) -> Answer<u32> {
    let (a, b) = schedules(values)?;
    Ok(Some(a.distance(&b)))
}

pub(super) fn schedule_clash(values: &mut Values<'_>) -> Answer<bool> {
    let min = Catalogue::default().backup_limits().map_or(0, |limits| limits.min_job_distance_minutes);
    let (a, b) = schedules(values)?;
    Ok(Some(a.distance(&b) < min))
}

/// Runs one after the other, from a point in time that the option `start` gives.
fn walk(
    values: &mut Values<'_>,
    start: &str,
    step: impl Fn(&Schedule, Instant) -> Option<Instant>,
) -> Answer<Vec<Instant>> {
    let (text, options) = text_and_options(values, [start, "count"])?;
    let schedule = schedule(&text, "text")?;
    let [from, count] = options?;
    let first = step(&schedule, time(from, start)?);
    let count = integer(count.as_ref(), "options.count", 1, MAX_OCCURRENCES)?.unwrap_or(1);
    let runs = std::iter::successors(first, |run| step(&schedule, *run));
    Ok(Some(runs.take(count as usize).collect()))
}

/// Those that were asked for, in that order.
type Options<const N: usize> = Result<[Option<Raw>; N], InputError>;

/// What should be a string, and options of which these are known, in their order.
fn text_and_options<'a, const N: usize>(
    values: &mut Values<'a>,
    known: [&str; N],
) -> Result<(Item<'a>, Options<N>), Malformed> {
    let text = values.item()?;
    if !values.is_object() {
        return Ok((text, Err(expected("options", "an object", &values.whole()?))));
    }
    let mut given = [const { None }; N];
    let mut others = Vec::new();
    for (name, value) in values.entries()? {
        match known.iter().zip(&mut given).find(|(known, _)| **known == name.text()) {
            Some((_, index)) => *index = Some(value),
            None => others.push((name.key(), value)),
        }
    }
    Ok((text, known_keys("options", &Object::of(others), &known).map(|()| given)))
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

fn schedules(values: &mut Values<'_>) -> Result<(Schedule, Schedule), Failure> {
    let (a, b) = (values.item()?, values.item()?);
    Ok((schedule(&a, "a")?, schedule(&b, "b")?))
}

fn text<'a>(value: &'a Item<'_>, path: &str) -> Result<&'a str, InputError> {
    match value {
        Item::Text(text) => Ok(text),
        Item::Other(other) => Err(expected(path, "a string", other)),
    }
}
