//! From a request to the jobs of every cluster.

use std::cmp::Ordering;

use super::ROOT;
use super::answer::{BackupArgs, BackupDiagnostic, BackupNote, BackupPlan, PlannedBackup};
use super::jobs::{Wanted, Wants};
use super::request::{BackupCluster, Request};
use super::retention::min_reach;
use super::timing::{Frame, Rhythm, Times, missing_minutes, place_wide};
use crate::catalogue::Catalogue;
use crate::catalogue::rows::Confidence;
use crate::model::completion::backup_description;
use crate::model::raw::Raw;
use crate::model::request::{IdOrUnknown, InputError};
use crate::schedule::{Schedule, duration, largest_gap};
use crate::value::spelling::all_of;

/// Minutes between the starts of one cluster and the next, so that not all begin together.
const STAGGER: u32 = 5;

/// Plans the fewest scheduled backups that meet objectives.
///
/// The request is a [`BackupRequest`](super::BackupRequest). The window of a day begins on that day and may go on past
/// midnight. Objectives that cannot be met are diagnostics of the plan.
///
/// ```
/// use eventstorecloud_planner::catalogue::Catalogue;
/// use eventstorecloud_planner::model::raw::Raw;
/// use eventstorecloud_planner::planner::backups::plan_backups;
///
/// let request: Raw = serde_json::from_str(r#"{ "clusters": ["orders"], "objectives": { "maxLossHours": 5 } }"#)?;
/// let plan = plan_backups(&request, &Catalogue::default())?;
/// assert_eq!(plan.jobs[0].args.schedule, "0 */4 * * *");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The first invalid value of the request.
pub fn plan_backups(request: &Raw, catalogue: &Catalogue) -> Result<BackupPlan, InputError> {
    let request = Request::read(request, catalogue)?;
    let limits =
        catalogue.backup_limits().ok_or_else(|| InputError::new(ROOT, "the catalogue has no limits of backups"))?;
    let mut wants = Wants::of(&request, limits);
    let frame = request.frame();
    let rhythms: Vec<Rhythm> = wants.jobs.iter().map(|wanted| wanted.rhythm.clone()).collect();
    let distance = limits.min_job_distance_minutes;
    let places = place_wide(&frame, &rhythms, distance);
    if places.iter().any(Option::is_none) {
        wants.diagnostics.push(no_room(&frame, &wants.jobs, &rhythms, &places, distance));
    }
    let placed: Vec<(&Wanted, &Times)> =
        wants.jobs.iter().zip(&places).filter_map(|(wanted, times)| Some((wanted, times.as_ref()?))).collect();
    let starts: Vec<(&Rhythm, &Times)> = placed.iter().map(|(wanted, times)| (&wanted.rhythm, *times)).collect();
    let staggers = frame.room(&starts, 59) / STAGGER + 1;
    let mut jobs = Vec::new();
    for (cluster, turn) in request.clusters.iter().zip((0..staggers).cycle()) {
        jobs.extend(jobs_of(cluster, &frame, &placed, turn * STAGGER, catalogue));
    }
    wants.notes.extend(notes(&request));
    for diagnostic in &mut wants.diagnostics {
        diagnostic.path = format!("{ROOT}.{}", diagnostic.path);
    }
    let kept: Vec<(Schedule, u32)> = schedules(&frame, &placed);
    let runs: Vec<&Schedule> = kept.iter().map(|(schedule, _)| schedule).collect();
    Ok(BackupPlan {
        ok: wants.diagnostics.is_empty(),
        jobs,
        diagnostics: wants.diagnostics,
        notes: wants.notes,
        worst_loss_minutes: largest_gap(&runs),
        oldest_restore_point_minutes: min_reach(&kept),
        kept_backups: kept.iter().map(|(_, kept)| kept).sum(),
    })
}

/// The schedules of one cluster, each with the number of backups that it keeps.
fn schedules(frame: &Frame, placed: &[(&Wanted, &Times)]) -> Vec<(Schedule, u32)> {
    let each = placed.iter().flat_map(|(wanted, times)| {
        frame.schedules(&wanted.rhythm, times, 0).into_iter().map(|schedule| (schedule, wanted.kept))
    });
    each.collect()
}

fn jobs_of(
    cluster: &BackupCluster,
    frame: &Frame,
    placed: &[(&Wanted, &Times)],
    later: u32,
    catalogue: &Catalogue,
) -> Vec<PlannedBackup> {
    let mut jobs = Vec::new();
    for (wanted, times) in placed {
        let schedules = frame.schedules(&wanted.rhythm, times, later);
        for ((purpose, description), schedule) in wanted.names().into_iter().zip(schedules) {
            jobs.push(PlannedBackup {
                cluster: cluster.name.0.clone(),
                name: format!("{}-{purpose}", cluster.name.0),
                purpose,
                args: BackupArgs {
                    project_id: cluster.project_id.clone().and_then(IdOrUnknown::known),
                    source_cluster_id: cluster.source_cluster_id.clone().and_then(IdOrUnknown::known),
                    backup_description: backup_description(Some(&description), catalogue),
                    description,
                    schedule: schedule.to_string(),
                    max_backup_count: wanted.kept,
                },
                schedule_description: schedule.describe(),
                reason: wanted.reason.clone(),
            });
        }
    }
    jobs
}

/// The diagnostic of jobs without a time, and how much longer the window would have to be.
fn no_room(
    frame: &Frame,
    jobs: &[Wanted],
    rhythms: &[Rhythm],
    places: &[Option<Times>],
    distance: u32,
) -> BackupDiagnostic {
    let left: Vec<&Wanted> = jobs.iter().zip(places).filter(|(_, times)| times.is_none()).map(|(job, _)| job).collect();
    let names: Vec<&str> = left.iter().map(|wanted| wanted.called()).collect();
    let message = format!(
        "the window is too short for {}: each backup must start at least {} from the other backups of the cluster",
        all_of(&names),
        duration(distance)
    );
    let help = match missing_minutes(frame, rhythms, distance) {
        Some(minutes) => {
            let to = frame.window.from + frame.window.minutes + minutes;
            let (hour, minute) = (to / 60 % 24, to % 60);
            let longer = duration(minutes);
            format!("make the window {longer} longer, until `{hour:02}:{minute:02}`, or keep fewer kinds of backups")
        }
        None => "increase `maxLossHours`, or keep fewer kinds of backups".to_string(),
    };
    BackupDiagnostic { cluster: None, path: "window".to_string(), message, help }
}

fn notes(request: &Request) -> Vec<BackupNote> {
    let note = |message: String, confidence| BackupNote { message, confidence };
    let mut notes = vec![note(
        "the time zone of schedules is not documented; UTC is assumed, and the time of the first backup shows whether that is right".to_string(),
        Confidence::Low,
    )];
    let side = match request.offset.cmp(&0) {
        Ordering::Less => Some("behind"),
        Ordering::Equal => None,
        Ordering::Greater => Some("ahead of"),
    };
    if let Some(side) = side {
        let message = format!(
            "times and days are those of a clock {} {side} UTC all year; a schedule may name the day before or after, and daylight saving time moves the backups",
            duration(request.offset.unsigned_abs())
        );
        notes.push(note(message, Confidence::High));
    }
    notes
}
