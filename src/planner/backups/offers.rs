//! What to do about an objective that cannot be met: only what was tried and helps.

use std::cell::OnceCell;

use super::attempt::Attempt;
use super::history::Job;
use super::jobs::{HOURLY_PATH, LOSS_PATH, MONTHLY_PATH};
use super::request::{Aims, max_kept};
use super::window::{DAY, Window};
use crate::catalogue::rows::BackupLimits;
use crate::schedule::duration;

/// A longest month.
const MONTH_DAYS: u32 = 31;

/// The losses that are offered, in hours: all that a job of every few hours or of every day allows, and a week.
const LOSSES: [u32; 8] = [1, 2, 3, 4, 6, 12, 24, 7 * 24];

/// The help where nothing that was tried helps, or nothing is tried.
pub(super) const UNTRIED: &str = "change the objectives or the window";

/// Tries changes of what is asked for.
pub(super) struct Offers<'a> {
    aims: &'a Aims,
    limits: &'a BackupLimits,
    /// The jobs of the cluster that is helped, then those of all others that differ.
    clusters: Vec<&'a [Job]>,
    /// What each of them lacks as it is asked for, by its paths.
    unmet: OnceCell<Vec<Vec<&'static str>>>,
}

impl<'a> Offers<'a> {
    pub const fn new(aims: &'a Aims, limits: &'a BackupLimits, clusters: Vec<&'a [Job]>) -> Self {
        Self { aims, limits, clusters, unmet: OnceCell::new() }
    }

    /// What a cluster with some jobs lacks, by its paths.
    fn unmet(&self, aims: &Aims, existing: &[Job]) -> Vec<&'static str> {
        Attempt::of(aims, existing, self.limits).unmet().map(|(path, _)| path).collect()
    }

    /// What helps against the objective of a path.
    pub fn help(&self, path: &str) -> String {
        let mut offers = Vec::new();
        match path {
            MONTHLY_PATH => offers.extend(self.weekly(path)),
            LOSS_PATH => offers.extend(self.loss(path).into_iter().chain(self.window(path))),
            HOURLY_PATH => offers.extend(self.window(path).into_iter().chain(self.without(path))),
            _ => offers.extend(self.window(path)),
        }
        if offers.is_empty() {
            offers.extend(self.without(path));
        }
        if offers.is_empty() { UNTRIED.to_string() } else { offers.join(", or ") }
    }

    /// Whether changed aims end the diagnostic of a path, and bring no other to any cluster.
    fn helps(&self, path: &str, aims: &Aims) -> bool {
        let all = self.clusters.iter();
        let now = self.unmet.get_or_init(|| all.clone().map(|existing| self.unmet(self.aims, existing)).collect());
        all.zip(now).enumerate().all(|(index, (existing, known))| {
            let next = self.unmet(aims, existing);
            next.iter().all(|left| (index > 0 || *left != path) && known.contains(left))
        })
    }

    /// Weekly backups that reach as far back as the monthly ones.
    fn weekly(&self, path: &str) -> Option<String> {
        let days = self.aims.monthly?.saturating_mul(MONTH_DAYS);
        let weekly = (days.div_ceil(7) + 1).max(self.aims.weekly.unwrap_or(0));
        let aims = Aims { monthly: None, weekly: Some(weekly), ..*self.aims };
        (weekly <= max_kept(self.limits) && self.helps(path, &aims)).then(|| {
            format!(
                "remove `monthly` and set `weekly` to `{weekly}`; weekly backups then reach back at least {days} days"
            )
        })
    }

    fn loss(&self, path: &str) -> Option<String> {
        let now = self.aims.max_loss?;
        let mut larger =
            LOSSES.into_iter().chain(self.closed_hours()).filter(|hours| hours * 60 > now).collect::<Vec<_>>();
        larger.sort_unstable();
        let hours =
            larger.into_iter().find(|hours| self.helps(path, &Aims { max_loss: Some(hours * 60), ..*self.aims }))?;
        Some(format!("set `maxLossHours` to `{hours}`"))
    }

    /// For how many hours no backup starts outside the window.
    fn closed_hours(&self) -> Option<u32> {
        Some(self.aims.window?.closed_minutes().div_ceil(60))
    }

    /// A longer window, or any time.
    fn window(&self, path: &str) -> Option<String> {
        let window = self.aims.window?;
        let longer = |minutes: u32| Aims { window: Some(Window { minutes, ..window }), ..*self.aims };
        let (mut short, mut long) = (window.minutes, DAY);
        if short >= long || !self.helps(path, &longer(long)) {
            return None;
        }
        while long - short > 1 {
            let middle = short.midpoint(long);
            if self.helps(path, &longer(middle)) { long = middle } else { short = middle }
        }
        if long == DAY {
            return Some("remove `window`".to_string());
        }
        let to = window.from + long;
        let (hour, minute) = (to / 60 % 24, to % 60);
        Some(format!("make the window {} longer, until `{hour:02}:{minute:02}`", duration(long - window.minutes)))
    }

    /// Leaving an objective out: the one of the path itself, or else another one.
    fn without(&self, path: &str) -> Option<String> {
        let aims = self.aims;
        let all = [
            (LOSS_PATH, "maxLossHours", aims.max_loss, Aims { max_loss: None, ..*aims }),
            (HOURLY_PATH, "hourly", aims.hourly, Aims { hourly: None, ..*aims }),
            (MONTHLY_PATH, "monthly", aims.monthly, Aims { monthly: None, ..*aims }),
            ("", "weekdays", aims.weekdays, Aims { weekdays: None, ..*aims }),
            ("", "weekly", aims.weekly, Aims { weekly: None, weekly_on: None, ..*aims }),
            ("", "daily", aims.daily, Aims { daily: None, ..*aims }),
        ];
        let own = all.iter().filter(|(of, ..)| *of == path);
        let others = all.iter().filter(|(of, ..)| *of != path);
        let mut given = own.chain(others).filter(|(_, _, value, aims)| value.is_some() && aims.any());
        let (_, key, ..) = given.find(|(_, _, _, aims)| self.helps(path, aims))?;
        // The day belongs to the weekly backup.
        let key = if *key == "weekly" && aims.weekly_on.is_some() {
            "`weekly` and `weeklyOn`".to_string()
        } else {
            format!("`{key}`")
        };
        Some(format!("remove {key}"))
    }
}
