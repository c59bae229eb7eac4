//! Arithmetic over CIDR blocks and schedules, one question a call.

use serde::Deserialize;

use super::answer::{Answer, Failure};
use super::codec::{Item, Values};
use crate::catalogue::Catalogue;
use crate::model::raw::Raw;
use crate::model::request::{self, InputError, Integer, expected};
use crate::net::{Cidr, CidrFacts, FreeSpace, OverlappingCidr, first_overlaps};
use crate::schedule::{Instant, Schedule, ScheduleFacts};
use crate::value::spelling::grouped;

/// The maximum number of occurrences that one call returns.
const MAX_OCCURRENCES: u32 = 10_000;

/// Where `next` begins and how many runs it lists.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
pub struct NextOptions {
    /// ISO time with a zone, such as `2026-11-23T08:00:00Z`. A run at this very moment is not listed.
    after: Instant,
    /// How many runs, 1 to 10,000. Default: 1.
    count: Option<Integer>,
}

/// Where `previous` begins and how many runs it lists.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
pub struct PreviousOptions {
    /// ISO time with a zone. A run at this very moment is not listed.
    before: Instant,
    /// How many runs, 1 to 10,000. Default: 1.
    count: Option<Integer>,
}

/// Where `between` looks.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct BetweenOptions {
    /// ISO time with a zone. A run at this very moment is listed.
    from: Instant,
    /// ISO time with a zone, not before `from`. A run at this very moment is listed.
    to: Instant,
}

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
    let (schedule, NextOptions { after, count }) = schedule_and_options(values)?;
    Ok(Some(walk(after, count, |run| schedule.next_after(run))?))
}

pub(super) fn schedule_previous(values: &mut Values<'_>) -> Answer<Vec<Instant>> {
    let (schedule, PreviousOptions { before, count }) = schedule_and_options(values)?;
    Ok(Some(walk(before, count, |run| schedule.previous_before(run))?))
}

pub(super) fn schedule_between(values: &mut Values<'_>) -> Answer<Vec<Instant>> {
    let (schedule, BetweenOptions { from, to }) = schedule_and_options(values)?;
    if to < from {
        return Err(InputError::new("options.to", format!("must not be before `from`, which is `{from}`")).into());
    }
    let runs = schedule.count_between(from, to);
    let most = u64::from(MAX_OCCURRENCES);
    if runs > most {
        let (runs, most) = (grouped(runs), grouped(most));
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

/// Runs one after the other, from a point in time on.
fn walk(
    start: Instant,
    count: Option<Integer>,
    step: impl Fn(Instant) -> Option<Instant>,
) -> Result<Vec<Instant>, InputError> {
    let count = count.map_or(Ok(1), |count| count.within(1, MAX_OCCURRENCES));
    let count = count.map_err(|error| error.inside("options.count"))?;
    let runs = std::iter::successors(step(start), |run| step(*run));
    Ok(runs.take(count as usize).collect())
}

fn schedule_and_options<T: for<'a> Deserialize<'a>>(values: &mut Values<'_>) -> Result<(Schedule, T), Failure> {
    let (text, options) = (values.item()?, values.whole()?);
    Ok((schedule(&text, "text")?, request::read_unlimited(&options, "options")?))
}

fn cidr(value: &Item<'_>, path: &str) -> Result<Cidr, InputError> {
    request::cidr(text(value, path)?).map_err(|reason| InputError::new(path, reason))
}

/// A CIDR block in a list.
fn listed(index: usize, item: &Item<'_>, path: &str) -> Result<Cidr, InputError> {
    // The path is only put together where it is needed.
    let parsed = item.as_text().and_then(|text| Cidr::parse(text).ok());
    parsed.map_or_else(|| cidr(item, &format!("{path}[{index}]")), Ok)
}

/// The CIDR blocks of an array, or the error of the first that is invalid.
fn cidrs(list: Result<Vec<Result<Cidr, InputError>>, Raw>, path: &str) -> Result<Vec<Cidr>, InputError> {
    list.map_err(|other| expected("an array", &other).inside(path))?.into_iter().collect()
}

#[expect(clippy::cast_possible_truncation, reason = "it is at most 32")]
fn length(value: &Raw, min: u32) -> Result<u8, InputError> {
    let length = request::integer(value).and_then(|length| length.within(min, 32));
    length.map(|length| length as u8).map_err(|error| error.inside("prefixLength"))
}

fn schedule(value: &Item<'_>, path: &str) -> Result<Schedule, InputError> {
    request::schedule(text(value, path)?).map_err(|reason| InputError::new(path, reason))
}

fn schedules(values: &mut Values<'_>) -> Result<(Schedule, Schedule), Failure> {
    let (a, b) = (values.item()?, values.item()?);
    Ok((schedule(&a, "a")?, schedule(&b, "b")?))
}

fn text<'a>(value: &'a Item<'_>, path: &str) -> Result<&'a str, InputError> {
    match value {
        Item::Text(text) => Ok(text),
        Item::Other(other) => Err(expected("a string", other).inside(path)),
    }
}
