//! Finding times for the jobs of one cluster, so that no two start near each other.

use super::window::{DAY, Window};
use crate::schedule::{MINUTES_OF_WEEK, Schedule};

/// How often a wanted job runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Rhythm {
    /// Every so many hours from 00:00 UTC on, at one minute.
    Hours { step: u32 },
    /// Once a day, in the window.
    Daily,
    /// Once on each of these days, in the window of that day and at one time; 0 is Sunday.
    On(Vec<u32>),
    /// This many times a day, spread over the window, with no more than so many minutes between two of them.
    Spread { count: u32, max: u32 },
}

/// Where and when the days and the window of a request are.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    pub window: Window,
    /// Minutes by which its clocks are ahead of UTC.
    pub offset: i32,
}

/// The times of one wanted job: the minute of the hour, or minutes from the beginning of the window.
pub(super) type Times = Vec<u32>;

impl Frame {
    /// The minute of the UTC week that is this many minutes after the window begins on a day.
    fn minute_of_week(&self, day: u32, after: u32) -> u32 {
        let local = (day * DAY + self.window.from + after).cast_signed();
        (local - self.offset).rem_euclid(MINUTES_OF_WEEK.cast_signed()).cast_unsigned()
    }

    /// The day whose window a minute of the UTC week is in; of a minute outside of all windows, the day itself.
    pub fn day_of(&self, minute: u32) -> u32 {
        let local = minute.cast_signed() + self.offset;
        let from = if self.allows(minute) { self.window.from.cast_signed() } else { 0 };
        (local - from).rem_euclid(MINUTES_OF_WEEK.cast_signed()).cast_unsigned() / DAY
    }

    /// Whether backups may start at this minute of the UTC week.
    fn allows(&self, minute: u32) -> bool {
        let after = minute.cast_signed() + self.offset - self.window.from.cast_signed();
        after.rem_euclid(DAY.cast_signed()) < self.window.minutes.cast_signed()
    }

    /// Whether there is a minute of the hour at which a job that runs every so many hours stays inside the window.
    pub fn has_minute_for(&self, step: u32) -> bool {
        let rhythm = Rhythm::Hours { step };
        (0..60).any(|minute| self.fits(&rhythm, &[minute]))
    }

    /// Whether the times are where they have to be.
    fn fits(&self, rhythm: &Rhythm, times: &[u32]) -> bool {
        match rhythm {
            // Of a job that runs every hour, a start after minute 59 is one of the next hour.
            Rhythm::Hours { step } => {
                times.iter().all(|minute| *step == 1 || *minute < 60)
                    && self.starts(rhythm, times).iter().all(|start| self.allows(*start))
            }
            _ => times.iter().all(|time| *time < self.window.minutes),
        }
    }

    /// The maximum number of minutes, up to a limit, by which all jobs can start later and still be where they have to be.
    pub fn room(&self, jobs: &[(&Rhythm, &Times)], limit: u32) -> u32 {
        let later = |by: u32| jobs.iter().all(|(rhythm, times)| self.fits(rhythm, &moved(times, by)));
        (0..=limit).take_while(|by| later(*by)).last().unwrap_or(0)
    }

    /// The minutes of the UTC week at which a job starts.
    fn starts(&self, rhythm: &Rhythm, times: &[u32]) -> Vec<u32> {
        let on = |days: &[u32]| {
            let each = times.iter().flat_map(|time| days.iter().map(move |day| self.minute_of_week(*day, *time)));
            each.collect()
        };
        match rhythm {
            Rhythm::Hours { step } => {
                let hours = (0_u32..7).flat_map(|day| (0..24).step_by(*step as usize).map(move |hour| (day, hour)));
                let start = |(day, hour): (u32, u32), minute: u32| day * DAY + hour * 60 + minute % 60;
                hours.flat_map(|hour| times.iter().map(move |minute| start(hour, *minute))).collect()
            }
            Rhythm::Daily | Rhythm::Spread { .. } => on(&[0, 1, 2, 3, 4, 5, 6]),
            Rhythm::On(days) => on(days),
        }
    }

    /// The schedules of a job whose times are moved by some minutes: one for each time and each named day.
    pub fn schedules(&self, rhythm: &Rhythm, times: &[u32], later: u32) -> Vec<Schedule> {
        let times = moved(times, later);
        let daily = |start: u32| format!("{} {} * * *", start % 60, start / 60 % 24);
        let texts: Vec<String> = match rhythm {
            Rhythm::Hours { step } => times.iter().map(|minute| format!("{} */{step} * * *", minute % 60)).collect(),
            Rhythm::Daily | Rhythm::Spread { .. } => {
                times.iter().map(|time| daily(self.minute_of_week(0, *time))).collect()
            }
            Rhythm::On(_) => {
                let starts = self.starts(rhythm, &times).into_iter();
                starts.map(|start| format!("{} {} * * {}", start % 60, start / 60 % 24, start / DAY)).collect()
            }
        };
        texts.iter().filter_map(|text| Schedule::parse(text).ok()).collect()
    }

    /// The times that a job can have next to what is given, the best first, each with its starts.
    fn candidates(&self, rhythm: &Rhythm, given: &Week) -> Vec<(Times, Vec<u32>)> {
        let window = 0..self.window.minutes;
        let all: Vec<Times> = match rhythm {
            Rhythm::Hours { .. } => (0..60).map(|minute| vec![minute]).filter(|t| self.fits(rhythm, t)).collect(),
            Rhythm::Daily | Rhythm::On(_) => window.map(|time| vec![time]).collect(),
            Rhythm::Spread { count, max } => {
                let even = self.spread(*count);
                let is_apart = |times: &Times| {
                    let around = times.first().map(|first| first + DAY);
                    let later = times.iter().copied().skip(1).chain(around);
                    times.iter().zip(later).all(|(one, next)| next - one >= given.distance)
                };
                let others = window.filter_map(|first| self.chain(first, *max, given));
                let others = others.filter(|times| times.len() == *count as usize);
                [even].into_iter().chain(others).filter(is_apart).collect()
            }
        };
        let with_starts = all.into_iter().map(|times| {
            let starts = self.starts(rhythm, &times);
            (times, starts)
        });
        with_starts.filter(|(_, starts)| given.is_free(starts)).collect()
    }

    /// So many times from the beginning of the window on, as evenly over the day as the window allows.
    fn spread(&self, count: u32) -> Times {
        let last = self.window.minutes - 1;
        let even = DAY.div_ceil(count);
        let gaps = (count - 1).max(1);
        (0..count).map(|n| (n * last / gaps).min(n * even)).collect()
    }

    /// Times from a first one on, each as late as what is given allows, until the next day is near enough.
    fn chain(&self, first: u32, max: u32, given: &Week) -> Option<Times> {
        let is_free = |time: &u32| given.is_free(&self.starts(&Rhythm::Daily, &[*time]));
        let mut times = vec![first];
        let mut last = first;
        while last + max < first + DAY {
            let latest = (last + max).min(self.window.minutes - 1);
            last = (last + given.distance..=latest).rev().find(is_free)?;
            times.push(last);
        }
        Some(times)
    }
}

fn moved(times: &[u32], by: u32) -> Times {
    times.iter().map(|time| time + by).collect()
}

/// How many starts a day it takes to leave no more than so many minutes between two of them; `None` where the window
/// is closed for longer than that.
pub(super) fn spread_count(window: Window, most: u32) -> Option<u32> {
    let outside = DAY - (window.minutes - 1);
    (outside <= most).then(|| DAY.div_ceil(most))
}

/// The minutes of the week that are too near to a start.
#[derive(Clone)]
struct Week {
    taken: Vec<bool>,
    distance: u32,
}

impl Week {
    fn around(given: &[&Schedule], distance: u32) -> Self {
        let mut week = Self { taken: (0..MINUTES_OF_WEEK).map(|_| false).collect(), distance };
        for schedule in given {
            week.take(&schedule.starts());
        }
        week
    }

    fn is_free(&self, starts: &[u32]) -> bool {
        let free = |start: &u32| self.taken.get(*start as usize) == Some(&false);
        starts.iter().all(free)
    }

    fn take(&mut self, starts: &[u32]) {
        let near = self.distance - 1;
        for start in starts {
            let first = start + MINUTES_OF_WEEK - near;
            for minute in first..=first + near * 2 {
                if let Some(taken) = self.taken.get_mut((minute % MINUTES_OF_WEEK) as usize) {
                    *taken = true;
                }
            }
        }
    }
}

/// Times for all jobs, so that none starts within the distance of another one or of a given schedule; `None` for each
/// that finds no room.
///
/// The minute of the jobs that run every few hours decides what is left for the others, so that each minute is tried,
/// with the others in each order: the next one at the first time that is free.
#[inline(never)]
pub(super) fn place(frame: &Frame, rhythms: &[Rhythm], given: &[&Schedule], distance: u32) -> Vec<Option<Times>> {
    let empty = Week::around(given, distance);
    let candidates: Vec<Vec<(Times, Vec<u32>)>> =
        rhythms.iter().map(|rhythm| frame.candidates(rhythm, &empty)).collect();
    let leading = rhythms.iter().position(|rhythm| matches!(rhythm, Rhythm::Hours { .. }));
    let minutes: Vec<Option<&(Times, Vec<u32>)>> =
        match leading.and_then(|index| candidates.get(index)).filter(|minutes| !minutes.is_empty()) {
            Some(minutes) => minutes.iter().map(Some).collect(),
            None => vec![None],
        };
    let orders = orders((0..rhythms.len()).filter(|index| Some(*index) != leading));
    let mut best: Option<(usize, Vec<Option<Times>>)> = None;
    for minute in minutes {
        for order in &orders {
            let mut week = empty.clone();
            let mut places: Vec<Option<Times>> = rhythms.iter().map(|_| None).collect();
            let mut put = |index: usize, (times, starts): &(Times, Vec<u32>), week: &mut Week| {
                week.take(starts);
                if let Some(place) = places.get_mut(index) {
                    *place = Some(times.clone());
                }
            };
            if let Some((index, minute)) = leading.zip(minute) {
                put(index, minute, &mut week);
            }
            for index in order {
                let free = candidates.get(*index).and_then(|all| all.iter().find(|(_, starts)| week.is_free(starts)));
                if let Some(found) = free {
                    put(*index, found, &mut week);
                }
            }
            let placed = places.iter().flatten().count();
            if placed == rhythms.len() {
                return places;
            }
            if best.as_ref().is_none_or(|(most, _)| placed > *most) {
                best = Some((placed, places));
            }
        }
    }
    best.map_or_else(Vec::new, |(_, places)| places)
}

/// All orders of a few indexes, the given one first.
fn orders(indexes: impl Iterator<Item = usize>) -> Vec<Vec<usize>> {
    let mut orders: Vec<Vec<usize>> = vec![Vec::new()];
    for index in indexes {
        let mut longer = Vec::new();
        for order in &orders {
            for at in (0..=order.len()).rev() {
                let mut order = order.clone();
                order.insert(at, index);
                longer.push(order);
            }
        }
        orders = longer;
    }
    orders
}

/// Times for all jobs, twice as far apart as they have to be where there is room: a backup of a large disk takes longer.
pub(super) fn place_wide(frame: &Frame, rhythms: &[Rhythm], given: &[&Schedule], distance: u32) -> Vec<Option<Times>> {
    let places = place(frame, rhythms, given, distance * 2);
    if places.iter().all(Option::is_some) { places } else { place(frame, rhythms, given, distance) }
}
