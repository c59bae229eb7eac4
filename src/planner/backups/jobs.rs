//! From objectives to jobs that meet them, before they have a time.

use super::answer::BackupNote;
use super::history::Job;
use super::request::Aims;
use super::timing::{Frame, Rhythm, place_wide, spread_count};
use super::window::DAY;
use crate::catalogue::rows::{BackupLimits, Confidence};
use crate::schedule::{MINUTES_OF_WEEK, Schedule, duration, largest_gap};
use crate::value::spelling::quoted;

pub(super) const LOSS_PATH: &str = "objectives.maxLossHours";
pub(super) const HOURLY_PATH: &str = "objectives.keep.hourly";
pub(super) const MONTHLY_PATH: &str = "objectives.keep.monthly";
const WEEKDAYS_PATH: &str = "objectives.keep.weekdays";
const WEEKDAYS: [u32; 5] = [1, 2, 3, 4, 5];
const DAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/// A job that an objective asks for; several jobs of the same kind where the subset needs them.
pub(super) struct Wanted {
    pub rhythm: Rhythm,
    /// How many backups each job keeps.
    pub kept: u32,
    /// The objective.
    pub path: &'static str,
    /// Why it is there.
    pub reason: String,
}

impl Wanted {
    /// The purposes of its jobs and their names, in the order of its schedules.
    pub fn names(&self) -> Vec<(String, String)> {
        let name = |purpose: &str, called: &str| (purpose.to_string(), format!("{called} backup"));
        match &self.rhythm {
            Rhythm::Hours { step: 1 } => vec![name("hourly", "hourly")],
            Rhythm::Hours { step } => vec![name(&format!("every-{step}-hours"), &format!("{step}-hourly"))],
            Rhythm::Daily => vec![name("daily", "daily")],
            Rhythm::On(days) if self.path == WEEKDAYS_PATH => {
                let days = days.iter().filter_map(|day| DAYS.get(*day as usize));
                days.map(|day| name(&day.to_ascii_lowercase(), day)).collect()
            }
            Rhythm::On(_) => vec![name("weekly", "weekly")],
            Rhythm::Spread { count, .. } => {
                (1..=*count).map(|n| (format!("daily-{n}"), format!("daily backup {n}"))).collect()
            }
        }
    }

    /// How it is named in a message.
    pub fn called(&self) -> &'static str {
        self.path.rsplit('.').next().unwrap_or(self.path)
    }
}

/// The jobs that objectives require of a cluster, besides those that it has.
pub(super) struct Wants<'a> {
    aims: &'a Aims,
    existing: &'a [Job],
    pub jobs: Vec<Wanted>,
    /// The objectives that cannot be met, by their paths, with the reason.
    pub unmet: Vec<(&'static str, String)>,
    pub notes: Vec<BackupNote>,
}

impl<'a> Wants<'a> {
    /// What is asked for. A job that runs every few hours comes first.
    pub fn of(aims: &'a Aims, existing: &'a [Job], limits: &BackupLimits) -> Self {
        let mut wants = Self { aims, existing, jobs: Vec::new(), unmet: Vec::new(), notes: Vec::new() };
        wants.hourly();
        wants.daily_and_weekly();
        if aims.monthly.is_some() {
            let message = "monthly backups are not supported: the day of month and the month of a schedule must be `*`";
            wants.unmet.push((MONTHLY_PATH, message.to_string()));
        }
        if let Some(max) = aims.max_loss {
            wants.loss(max, limits);
        }
        wants
    }

    /// Whether the cluster has a job that runs like that and keeps enough backups.
    fn has(&mut self, key: &str, kept: u32, suits: &dyn Fn(&Schedule) -> bool) -> bool {
        let Some(job) = self.existing.iter().find(|job| job.kept >= kept && suits(&job.schedule)) else {
            return false;
        };
        let message = format!("`{key}` requires no new job; the existing job {} does it", quoted(&job.name));
        self.note(message, Confidence::High);
        true
    }

    fn hourly(&mut self) {
        let Some(kept) = self.aims.hourly else { return };
        if self.has("hourly", kept, &|schedule| is_every(schedule, 60)) {
            return;
        }
        let frame = self.aims.frame();
        if !frame.has_minute_for(1) {
            let outside = duration(frame.window.closed_minutes());
            let message = format!(
                "`hourly` requires a backup every hour, but no backup starts outside the window, for {outside}"
            );
            self.unmet.push((HOURLY_PATH, message));
            return;
        }
        let reason = format!("`hourly` requires a backup every hour, and the last {kept} are kept");
        self.jobs.push(Wanted { rhythm: Rhythm::Hours { step: 1 }, kept, path: HOURLY_PATH, reason });
    }

    fn daily_and_weekly(&mut self) {
        let (aims, frame) = (self.aims, self.aims.frame());
        if let Some(kept) = aims.daily
            && !self.has("daily", kept, &|schedule| is_every(schedule, DAY))
        {
            let reason = format!("`daily` requires a backup every day, and the last {kept} are kept");
            self.jobs.push(Wanted { rhythm: Rhythm::Daily, kept, path: "objectives.keep.daily", reason });
        }
        if let Some(wanted) = aims.weekdays {
            self.weekdays(wanted.div_ceil(5), frame);
        }
        let weekday = aims.weekly_on.unwrap_or(0);
        if let Some(kept) = aims.weekly
            && !self.has("weekly", kept, &|schedule| is_on(frame, weekday, schedule))
        {
            let day = DAYS.get(weekday as usize).unwrap_or(&"day");
            let reason = format!("`weekly` requires a backup every {day}, and the last {kept} are kept");
            let rhythm = Rhythm::On(vec![weekday]);
            self.jobs.push(Wanted { rhythm, kept, path: "objectives.keep.weekly", reason });
        }
    }

    fn weekdays(&mut self, kept: u32, frame: Frame) {
        let missing: Vec<u32> = WEEKDAYS
            .into_iter()
            .filter(|day| !self.has("weekdays", kept, &|schedule| is_on(frame, *day, schedule)))
            .collect();
        if missing.len() == WEEKDAYS.len() {
            let message = format!(
                "a schedule names one day or every day, so `weekdays` becomes five jobs that keep {kept} backups each, {} in total",
                kept * 5
            );
            self.note(message, Confidence::High);
        }
        if !missing.is_empty() {
            let reason =
                "`weekdays` requires five jobs, one for each day, and each keeps a fifth of the backups".to_string();
            self.jobs.push(Wanted { rhythm: Rhythm::On(missing), kept, path: WEEKDAYS_PATH, reason });
        }
    }

    /// The longest time between two backups of the cluster's jobs and of those that are wanted so far, in minutes, at
    /// the times that they get. Nothing where one of them gets none.
    fn longest_gap(&self, frame: &Frame, distance: u32) -> Option<u32> {
        let rhythms: Vec<Rhythm> = self.jobs.iter().map(|wanted| wanted.rhythm.clone()).collect();
        let given: Vec<&Schedule> = self.existing.iter().map(|job| &job.schedule).collect();
        let mut schedules = Vec::new();
        for (rhythm, times) in rhythms.iter().zip(place_wide(frame, &rhythms, &given, distance)) {
            schedules.extend(frame.schedules(rhythm, &times?, 0));
        }
        largest_gap(&schedules.iter().chain(given).collect::<Vec<_>>())
    }

    fn loss(&mut self, max: u32, limits: &BackupLimits) {
        let path = LOSS_PATH;
        let min = limits.min_interval_minutes;
        if max < min {
            let message = format!(
                "`maxLossHours` allows {}, but the service runs a job at most once every {}",
                duration(max),
                duration(min)
            );
            self.unmet.push((path, message));
            return;
        }
        let frame = self.aims.frame();
        if self.longest_gap(&frame, limits.min_job_distance_minutes).is_some_and(|gap| gap <= max) {
            let message = "`maxLossHours` requires no job of its own; the other backups are frequent enough";
            self.note(message, Confidence::High);
            return;
        }
        let allowed = format!("`maxLossHours` allows {}", duration(max));
        if max >= DAY {
            let (rhythm, kept, rarely) = if max >= MINUTES_OF_WEEK {
                (Rhythm::On(vec![0]), 4, "a backup every week is frequent enough, and the last 4 are kept")
            } else {
                (Rhythm::Daily, 7, "a backup every day is frequent enough, and the last 7 are kept")
            };
            self.jobs.push(Wanted { rhythm, kept, path, reason: format!("{allowed}; {rarely}") });
            return;
        }
        let step = even_step(max);
        if frame.has_minute_for(step) {
            let reason = format!(
                "{allowed}; a backup every {} is frequent enough, and backups are kept for one day",
                duration(step * 60)
            );
            // Jobs that run every few hours come first.
            self.jobs.insert(0, Wanted { rhythm: Rhythm::Hours { step }, kept: 24 / step, path, reason });
        } else if let Some(count) = spread_count(frame.window, max) {
            let reason = format!(
                "{allowed}; {count} backups a day inside the window are frequent enough, and they are kept for one day"
            );
            self.jobs.insert(0, Wanted { rhythm: Rhythm::Spread { count, max }, kept: 1, path, reason });
        } else {
            let outside = duration(frame.window.closed_minutes());
            let message = format!("{allowed}, but no backup starts outside the window, for {outside}");
            self.unmet.push((path, message));
        }
    }

    fn note(&mut self, message: impl Into<String>, confidence: Confidence) {
        self.notes.push(BackupNote { message: message.into(), confidence });
    }
}

/// The largest number of hours that divides a day and is no longer than some minutes; 1 for fewer than two hours.
fn even_step(max: u32) -> u32 {
    let hours = max / 60;
    (2..=12).rev().find(|step| 24_u32.is_multiple_of(*step) && *step <= hours).unwrap_or(1)
}

/// Whether there are so many minutes from each run to the next one.
fn is_every(schedule: &Schedule, minutes: u32) -> bool {
    let gaps = schedule.gaps();
    (gaps.smallest, gaps.largest) == (minutes, minutes)
}

/// Whether there is one run a week, on a day of the window.
fn is_on(frame: Frame, day: u32, schedule: &Schedule) -> bool {
    matches!(schedule.starts().as_slice(), [start] if frame.day_of(*start) == day)
}
