//! How far back the backups of several jobs reach.

use crate::schedule::{MINUTES_OF_WEEK, Schedule};

/// How old the oldest restore point of several jobs is, in minutes, at the moment when it is youngest, once each job
/// keeps as many as it may. `None` for no jobs.
///
/// It gets older until a run removes it, so that the moments right after a run are all that count.
pub(super) fn min_reach(jobs: &[(Schedule, u32)]) -> Option<u32> {
    let jobs: Vec<(Vec<u32>, u32)> = jobs.iter().map(|(schedule, kept)| (schedule.starts(), *kept)).collect();
    let moments = jobs.iter().flat_map(|(starts, _)| starts.iter().copied());
    moments.filter_map(|moment| jobs.iter().filter_map(|(starts, kept)| reach(starts, *kept, moment)).max()).min()
}

/// How old the oldest of the kept backups of a job is at a minute of the week.
fn reach(starts: &[u32], kept: u32, moment: u32) -> Option<u32> {
    let per_week = i64::try_from(starts.len()).ok()?;
    let begun = i64::try_from(starts.partition_point(|start| *start <= moment)).ok()?;
    let oldest = begun - i64::from(kept);
    let start = starts.get(usize::try_from(oldest.rem_euclid(per_week)).ok()?)?;
    let week = oldest.div_euclid(per_week) * i64::from(MINUTES_OF_WEEK);
    u32::try_from(i64::from(moment) - week - i64::from(*start)).ok()
}
