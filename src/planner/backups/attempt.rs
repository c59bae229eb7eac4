//! The jobs of one cluster with their times.

use super::history::Job;
use super::jobs::{Wanted, Wants};
use super::request::Aims;
use super::timing::{Frame, Rhythm, Times, place_wide};
use crate::catalogue::rows::BackupLimits;
use crate::schedule::{Schedule, duration};
use crate::value::spelling::all_of;

/// The jobs that a cluster needs besides those that it has, with their times.
pub(super) struct Attempt<'a> {
    pub wants: Wants<'a>,
    pub frame: Frame,
    /// By the index of the wanted job.
    places: Vec<Option<Times>>,
    /// What is said of jobs without a time.
    no_room: Option<(&'static str, String)>,
}

impl<'a> Attempt<'a> {
    #[inline(never)]
    pub fn of(aims: &'a Aims, existing: &'a [Job], limits: &BackupLimits) -> Self {
        let wants = Wants::of(aims, existing, limits);
        let frame = aims.frame();
        let rhythms: Vec<Rhythm> = wants.jobs.iter().map(|wanted| wanted.rhythm.clone()).collect();
        let given: Vec<&Schedule> = existing.iter().map(|job| &job.schedule).collect();
        let distance = limits.min_job_distance_minutes;
        let places = place_wide(&frame, &rhythms, &given, distance);
        let left: Vec<&str> =
            wants.jobs.iter().zip(&places).filter(|(_, times)| times.is_none()).map(|(job, _)| job.called()).collect();
        let no_room = (!left.is_empty()).then(|| {
            let time = if aims.window.is_some() { "no time in the window" } else { "no time" };
            let message = format!(
                "{time} was found for {}: each backup must start at least {} from the other backups of the cluster",
                all_of(&left),
                duration(distance)
            );
            ("window", message)
        });
        Self { wants, frame, places, no_room }
    }

    /// What cannot be met, by the path of the request.
    pub fn unmet(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.wants.unmet.iter().chain(&self.no_room).map(|(path, message)| (*path, message.as_str()))
    }

    /// The jobs that have times.
    pub fn placed(&self) -> impl Iterator<Item = (&Wanted, &Times)> {
        self.wants.jobs.iter().zip(&self.places).filter_map(|(wanted, times)| Some((wanted, times.as_ref()?)))
    }

    /// Their schedules, each with the number of backups that it keeps.
    pub fn schedules(&self) -> Vec<(Schedule, u32)> {
        let each = self.placed().flat_map(|(wanted, times)| {
            self.frame.schedules(&wanted.rhythm, times, 0).into_iter().map(|schedule| (schedule, wanted.kept))
        });
        each.collect()
    }
}
