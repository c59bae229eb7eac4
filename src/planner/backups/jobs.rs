//! From objectives to the fewest jobs that meet them, before they have a time.

use super::answer::{BackupDiagnostic, BackupNote};
use super::request::Request;
use super::timing::{Frame, Rhythm, place_wide, spread_count};
use super::window::DAY;
use crate::catalogue::rows::{BackupLimits, Confidence};
use crate::model::request::Integer;
use crate::schedule::{duration, largest_gap};

const WEEK: u32 = 7 * DAY;
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
            Rhythm::Hours { step: 1, .. } => vec![name("hourly", "hourly")],
            Rhythm::Hours { step, .. } => vec![name(&format!("every-{step}-hours"), &format!("{step}-hourly"))],
            Rhythm::Daily => vec![name("daily", "daily")],
            Rhythm::On(days) if days.len() == 1 => vec![name("weekly", "weekly")],
            Rhythm::On(days) => {
                let days = days.iter().filter_map(|day| DAYS.get(*day as usize));
                days.map(|day| name(&day.to_ascii_lowercase(), day)).collect()
            }
            Rhythm::Spread(count) => {
                (1..=*count).map(|n| (format!("daily-{n}"), format!("daily backup {n}"))).collect()
            }
        }
    }

    /// How it is named in a message.
    pub fn called(&self) -> &'static str {
        self.path.rsplit('.').next().unwrap_or(self.path)
    }
}

/// The jobs that objectives require.
pub(super) struct Wants {
    pub jobs: Vec<Wanted>,
    pub diagnostics: Vec<BackupDiagnostic>,
    pub notes: Vec<BackupNote>,
}

impl Wants {
    /// What a request asks for. Jobs that run every few hours come first.
    pub fn of(request: &Request, limits: &BackupLimits) -> Self {
        let mut wants = Self { jobs: Vec::new(), diagnostics: Vec::new(), notes: Vec::new() };
        wants.hourly(request);
        wants.daily_and_weekly(request);
        wants.monthly(request);
        if let Some(max) = request.max_loss {
            wants.loss(request, max, limits);
        }
        wants
    }

    fn hourly(&mut self, request: &Request) {
        let Some(kept) = request.keep.hourly.map(Integer::get) else { return };
        let reason = format!("`hourly` requires a backup every hour, and the last {kept} are kept");
        let rhythm = Rhythm::Hours { step: 1, in_window: false };
        self.jobs.push(Wanted { rhythm, kept, path: "objectives.keep.hourly", reason });
        if request.window.is_some_and(|window| window.minutes < DAY) {
            let message = "hourly backups also start outside the window; only backups with a time of day keep to it";
            self.note(message, Confidence::High);
        }
    }

    fn daily_and_weekly(&mut self, request: &Request) {
        let keep = &request.keep;
        if let Some(kept) = keep.daily.map(Integer::get) {
            let reason = format!("`daily` requires a backup every day, and the last {kept} are kept");
            self.jobs.push(Wanted { rhythm: Rhythm::Daily, kept, path: "objectives.keep.daily", reason });
        }
        if let Some(wanted) = keep.weekdays.map(Integer::get) {
            let kept = wanted.div_ceil(5);
            let together = kept * 5;
            let reason =
                "`weekdays` requires five jobs, one for each day, and each keeps a fifth of the backups".to_string();
            let rhythm = Rhythm::On(WEEKDAYS.to_vec());
            self.jobs.push(Wanted { rhythm, kept, path: "objectives.keep.weekdays", reason });
            let message = format!(
                "a schedule names one day or every day, so `weekdays` becomes five jobs that keep {kept} backups each, {together} in total"
            );
            self.note(message, Confidence::High);
        }
        if let Some(kept) = keep.weekly.map(Integer::get) {
            let weekday = keep.weekly_on.map_or(0, Integer::get);
            let day = DAYS.get(weekday as usize).unwrap_or(&"day");
            let reason = format!("`weekly` requires a backup every {day}, and the last {kept} are kept");
            let rhythm = Rhythm::On(vec![weekday]);
            self.jobs.push(Wanted { rhythm, kept, path: "objectives.keep.weekly", reason });
        }
    }

    fn monthly(&mut self, request: &Request) {
        let Some(wanted) = request.keep.monthly.map(Integer::get) else { return };
        let weeks = wanted * 5;
        self.diagnostics.push(BackupDiagnostic {
            cluster: None,
            path: "objectives.keep.monthly".to_string(),
            message: "monthly backups are not supported: the day of month and the month of a schedule must be `*`"
                .to_string(),
            help: format!("set `weekly` to `{weeks}` instead; five weekly backups reach back one month"),
        });
    }

    /// The longest time between two backups that are wanted so far, in minutes, at the times that they get. Nothing
    /// where one of them gets none.
    fn longest_gap(&self, frame: &Frame, distance: u32) -> Option<u32> {
        let rhythms: Vec<Rhythm> = self.jobs.iter().map(|wanted| wanted.rhythm.clone()).collect();
        let mut schedules = Vec::new();
        for (rhythm, times) in rhythms.iter().zip(place_wide(frame, &rhythms, distance)) {
            schedules.extend(frame.schedules(rhythm, &times?, 0));
        }
        largest_gap(&schedules.iter().collect::<Vec<_>>())
    }

    fn loss(&mut self, request: &Request, max: u32, limits: &BackupLimits) {
        let path = "objectives.maxLossHours";
        let diagnostic =
            |message: String, help: String| BackupDiagnostic { cluster: None, path: path.into(), message, help };
        let min = limits.min_interval_minutes;
        if max < min {
            let message = format!(
                "`maxLossHours` allows {}, but the service runs a job at most once every {}",
                duration(max),
                duration(min)
            );
            self.diagnostics.push(diagnostic(message, format!("set `maxLossHours` to `{}` or more", min.div_ceil(60))));
            return;
        }
        let frame = request.frame();
        if self.longest_gap(&frame, limits.min_job_distance_minutes).is_some_and(|gap| gap <= max) {
            let message = "`maxLossHours` requires no job of its own; the other backups are frequent enough";
            self.note(message, Confidence::High);
            return;
        }
        let allowed = format!("`maxLossHours` allows {}", duration(max));
        if max >= DAY {
            let (rhythm, kept, rarely) = if max >= WEEK {
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
            let rhythm = Rhythm::Hours { step, in_window: true };
            // Jobs that run every few hours come first.
            self.jobs.insert(0, Wanted { rhythm, kept: 24 / step, path, reason });
        } else if let Some(count) = spread_count(frame.window, max) {
            let reason = format!(
                "{allowed}; {count} backups a day inside the window are frequent enough, and they are kept for one day"
            );
            self.jobs.insert(0, Wanted { rhythm: Rhythm::Spread(count), kept: 1, path, reason });
        } else {
            let outside = DAY - (frame.window.minutes - 1);
            let message = format!("{allowed}, but no backup starts outside the window, for {}", duration(outside));
            let longer = DAY - max + 1;
            let help = format!(
                "set `maxLossHours` to `{}` or more, or make the window at least {} long",
                outside.div_ceil(60),
                duration(longer)
            );
            self.diagnostics.push(diagnostic(message, help));
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
