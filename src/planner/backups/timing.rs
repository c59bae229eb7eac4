//! Finding times for the jobs of one cluster, so that no two start near each other.

use super::window::{DAY, Window};
use crate::schedule::{MINUTES_OF_WEEK, Schedule};

/// How often a wanted job runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Rhythm {
    /// Every so many hours from 00:00 UTC on, at one minute; only inside the window where that is asked for.
    Hours { step: u32, in_window: bool },
    /// Once a day, in the window.
    Daily,
    /// Once on each of these days, in the window of that day and at one time; 0 is Sunday.
    On(Vec<u32>),
    /// This many times a day, spread over the window from its beginning on.
    Spread(u32),
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

    /// Whether backups may start at this minute of the UTC week.
    fn allows(&self, minute: u32) -> bool {
        let after = minute.cast_signed() + self.offset - self.window.from.cast_signed();
        after.rem_euclid(DAY.cast_signed()) < self.window.minutes.cast_signed()
    }

    /// Whether there is a minute of the hour at which a job that runs every so many hours stays inside the window.
    pub fn has_minute_for(&self, step: u32) -> bool {
        let rhythm = Rhythm::Hours { step, in_window: true };
        (0..60).any(|minute| self.fits(&rhythm, &[minute]))
    }

    /// Whether the times are where they have to be.
    fn fits(&self, rhythm: &Rhythm, times: &[u32]) -> bool {
        match rhythm {
            // Such a job runs every hour: a start after minute 59 is one of the next hour.
            Rhythm::Hours { in_window: false, .. } => true,
            Rhythm::Hours { in_window: true, .. } => {
                times.iter().all(|minute| *minute < 60)
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
            Rhythm::Hours { step, .. } => {
                let hours = (0_u32..7).flat_map(|day| (0..24).step_by(*step as usize).map(move |hour| (day, hour)));
                let start = |(day, hour): (u32, u32), minute: u32| day * DAY + hour * 60 + minute % 60;
                hours.flat_map(|hour| times.iter().map(move |minute| start(hour, *minute))).collect()
            }
            Rhythm::Daily | Rhythm::Spread(_) => on(&[0, 1, 2, 3, 4, 5, 6]),
            Rhythm::On(days) => on(days),
        }
    }

    /// The schedules of a job whose times are moved by some minutes: one for each time and each named day.
    pub fn schedules(&self, rhythm: &Rhythm, times: &[u32], later: u32) -> Vec<Schedule> {
        let times = moved(times, later);
        let daily = |start: u32| format!("{} {} * * *", start % 60, start / 60 % 24);
        let texts: Vec<String> = match rhythm {
            Rhythm::Hours { step, .. } => {
                times.iter().map(|minute| format!("{} */{step} * * *", minute % 60)).collect()
            }
            Rhythm::Daily | Rhythm::Spread(_) => {
                times.iter().map(|time| daily(self.minute_of_week(0, *time))).collect()
            }
            Rhythm::On(_) => {
                let starts = self.starts(rhythm, &times).into_iter();
                starts.map(|start| format!("{} {} * * {}", start % 60, start / 60 % 24, start / DAY)).collect()
            }
        };
        texts.iter().filter_map(|text| Schedule::parse(text).ok()).collect()
    }

    /// The times that a job can have, the best first.
    fn candidates(&self, rhythm: &Rhythm) -> Vec<Times> {
        match rhythm {
            Rhythm::Hours { .. } => (0..60).map(|minute| vec![minute]).filter(|t| self.fits(rhythm, t)).collect(),
            Rhythm::Daily | Rhythm::On(_) => (0..self.window.minutes).map(|time| vec![time]).collect(),
            Rhythm::Spread(count) => vec![self.spread(*count)],
        }
    }

    /// So many times from the beginning of the window on, as evenly over the day as the window allows.
    fn spread(&self, count: u32) -> Times {
        let last = self.window.minutes - 1;
        let even = DAY.div_ceil(count);
        let gaps = (count - 1).max(1);
        (0..count).map(|n| (n * last / gaps).min(n * even)).collect()
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
struct Week {
    taken: Vec<bool>,
    distance: u32,
}

impl Week {
    fn new(distance: u32) -> Self {
        Self { taken: (0..MINUTES_OF_WEEK).map(|_| false).collect(), distance }
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

/// Times for all jobs, so that no two start within the distance of each other; `None` for each that finds no room.
///
/// The minute of the jobs that run every few hours decides what is left for the others, so that each minute is tried.
/// The others follow in their order, each at the first time that is free: among jobs that are all in each other's way
/// there is no better order.
pub(super) fn place(frame: &Frame, rhythms: &[Rhythm], distance: u32) -> Vec<Option<Times>> {
    let leading = rhythms.iter().find(|rhythm| matches!(rhythm, Rhythm::Hours { .. }));
    let minutes = leading.map_or_else(|| vec![Vec::new()], |rhythm| frame.candidates(rhythm));
    let others: Vec<Vec<Times>> = rhythms.iter().map(|rhythm| frame.candidates(rhythm)).collect();
    let mut best: Option<(usize, Vec<Option<Times>>)> = None;
    for minute in minutes {
        let mut week = Week::new(distance);
        if let Some(rhythm) = leading {
            week.take(&frame.starts(rhythm, &minute));
        }
        let mut places = Vec::new();
        for (rhythm, candidates) in rhythms.iter().zip(&others) {
            if leading == Some(rhythm) {
                places.push(Some(minute.clone()));
                continue;
            }
            let free = |times: &&Times| {
                let apart = times.windows(2).all(|pair| match pair {
                    [one, next] => next - one >= distance,
                    _ => true,
                });
                apart && week.is_free(&frame.starts(rhythm, times))
            };
            let times = candidates.iter().find(free).cloned();
            if let Some(times) = &times {
                week.take(&frame.starts(rhythm, times));
            }
            places.push(times);
        }
        let placed = places.iter().flatten().count();
        if placed == rhythms.len() {
            return places;
        }
        if best.as_ref().is_none_or(|(most, _)| placed > *most) {
            best = Some((placed, places));
        }
    }
    best.map_or_else(|| rhythms.iter().map(|_| None).collect(), |(_, places)| places)
}

/// Times for all jobs, twice as far apart as they have to be where there is room: a backup of a large disk takes longer.
pub(super) fn place_wide(frame: &Frame, rhythms: &[Rhythm], distance: u32) -> Vec<Option<Times>> {
    let places = place(frame, rhythms, distance * 2);
    if places.iter().all(Option::is_some) { places } else { place(frame, rhythms, distance) }
}

/// The minutes by which the window is too short for all jobs.
pub(super) fn missing_minutes(frame: &Frame, rhythms: &[Rhythm], distance: u32) -> Option<u32> {
    let enough = |minutes: u32| {
        let wider = Frame { window: Window { minutes, ..frame.window }, ..*frame };
        place(&wider, rhythms, distance).iter().all(Option::is_some)
    };
    let (mut short, mut long) = (frame.window.minutes, DAY);
    if !enough(long) {
        return None;
    }
    while long - short > 1 {
        let middle = short.midpoint(long);
        if enough(middle) { long = middle } else { short = middle }
    }
    Some(long - frame.window.minutes)
}
