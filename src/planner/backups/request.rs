//! What a plan is asked for, as the caller wrote it.

use std::collections::BTreeSet;

use serde::de::{Deserialize, Deserializer, Error};
use validator::Validate;

use super::history::{BackupJob, Job, read_jobs};
use super::timing::Frame;
use super::window::{DAY, Window};
use super::{MAX_CLUSTERS, MAX_JOBS, MAX_KEPT, ROOT};
use crate::catalogue::Catalogue;
use crate::catalogue::rows::BackupLimits;
use crate::model::raw::Raw;
use crate::model::request::{self, IdOrUnknown, InputError, Integer, List, NotBlank};
use crate::value::spelling::quoted;

/// The maximum time of an objective, in hours: ten years.
const MAX_HOURS: f64 = 87_600.0;

/// The objectives of backups, and their clusters.
#[derive(Debug, serde::Deserialize, Validate)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct BackupRequest {
    /// The clusters, each by its name or with ids for the args.
    #[validate(length(min = 1, max = MAX_CLUSTERS, message = "must not be empty; add the clusters to back up"))]
    #[cfg_attr(feature = "bindings", ts(inline))]
    clusters: List<NamedCluster>,
    /// The objectives; at least one of the two.
    #[validate(nested)]
    objectives: BackupObjectives,
    /// When backups may start, as times `HH:MM`; it may go past midnight. `to` is excluded. Default: at any time.
    window: Option<BackupWindow>,
    /// Minutes by which the clocks of `window` are ahead of UTC, -840 to 840. Default: 0.
    #[validate(range(min = -840, max = 840))]
    offset_minutes: Option<Integer>,
}

#[derive(Debug, serde::Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "NamedCluster", untagged))]
#[serde(rename = "a string or an object", rename_all = "lowercase")]
enum NamedCluster {
    String(NotBlank),
    Object(BackupCluster),
}

/// One cluster to back up.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct BackupCluster {
    /// Its name; the jobs are named after it.
    name: NotBlank,
    /// Id of its project, for the args.
    project_id: Option<IdOrUnknown>,
    /// Its id, for the args.
    source_cluster_id: Option<IdOrUnknown>,
    /// The jobs that it has already, up to 300. They stay as they are: what they do counts, and no planned job starts near
    /// one of theirs.
    existing: Option<List<BackupJob>>,
}

/// What backups are for.
#[derive(Debug, serde::Deserialize, Validate)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct BackupObjectives {
    /// Maximum hours of data that may be lost. Less than 1 is not supported and gives a diagnostic.
    #[validate(range(min = 0.0, max = MAX_HOURS))]
    max_loss_hours: Option<f64>,
    /// How many backups to keep.
    #[validate(nested)]
    keep: Option<BackupsToKeep>,
}

/// How many backups to keep of each rhythm. What no schedule supports gives a diagnostic.
#[derive(Debug, Default, serde::Deserialize, Validate)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct BackupsToKeep {
    /// One of every hour.
    hourly: Option<Integer>,
    /// One of every day.
    daily: Option<Integer>,
    /// One of every week.
    weekly: Option<Integer>,
    /// The day of `weekly`: 0 is Sunday, 6 is Saturday. Default: 0.
    #[validate(range(min = 0, max = 6))]
    weekly_on: Option<Integer>,
    /// One of every day from Monday to Friday: five jobs, because a schedule names one day or all.
    weekdays: Option<Integer>,
    /// One of every month: no schedule supports it, so the plan has a diagnostic with an alternative.
    monthly: Option<Integer>,
}

/// A time of the day in which backups may start.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct BackupWindow {
    /// When it begins.
    #[cfg_attr(feature = "bindings", ts(as = "String"))]
    from: Clock,
    /// When it ends.
    #[cfg_attr(feature = "bindings", ts(as = "String"))]
    to: Clock,
}

/// Minutes from midnight, of `HH:MM` up to `24:00`.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
struct Clock(u32);

impl<'de> Deserialize<'de> for Clock {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <&str>::deserialize(deserializer)?;
        let error = || D::Error::custom(format_args!("must be a time such as `01:00`, not {}", quoted(text)));
        clock(text).map(Self).ok_or_else(error)
    }
}

fn clock(text: &str) -> Option<u32> {
    let (hours, minutes) = text.split_once(':')?;
    let number = |digits: &str, max: u32| {
        let plain = digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| digits.parse::<u32>().ok())?.filter(|n| *n <= max)
    };
    let minute = number(hours, 24)? * 60 + number(minutes, 59)?;
    Some(minute).filter(|minute| *minute <= DAY)
}

/// A valid request.
pub(super) struct Request {
    pub clusters: Vec<Cluster>,
    pub aims: Aims,
}

/// A cluster to back up.
pub(super) struct Cluster {
    pub name: String,
    pub project_id: Option<IdOrUnknown>,
    pub source_cluster_id: Option<IdOrUnknown>,
    /// The jobs that it has already.
    pub existing: Vec<Job>,
}

/// What the backups of each cluster are for, and when they may start.
#[derive(Clone, Copy)]
pub(super) struct Aims {
    /// The maximum loss in minutes.
    pub max_loss: Option<u32>,
    pub hourly: Option<u32>,
    pub daily: Option<u32>,
    pub weekly: Option<u32>,
    /// The day of `weekly`.
    pub weekly_on: Option<u32>,
    pub weekdays: Option<u32>,
    pub monthly: Option<u32>,
    pub window: Option<Window>,
    /// Minutes by which the clocks that the window is read from are ahead of UTC.
    pub offset: i32,
}

impl Aims {
    /// Whether there is an objective.
    pub fn any(&self) -> bool {
        [self.max_loss, self.hourly, self.daily, self.weekly, self.weekdays, self.monthly].iter().any(Option::is_some)
    }

    /// Where and when its days are.
    pub fn frame(&self) -> Frame {
        Frame { window: self.window.unwrap_or(Window::WHOLE_DAY), offset: self.offset }
    }
}

impl Request {
    pub fn read(request: &Raw, catalogue: &Catalogue, limits: &BackupLimits) -> Result<Self, InputError> {
        let request: BackupRequest = request::read(request, ROOT)?;
        Self::of(request, catalogue, limits).map_err(|error| error.inside(ROOT))
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the numbers were just found to be in range"
    )]
    fn of(request: BackupRequest, catalogue: &Catalogue, limits: &BackupLimits) -> Result<Self, InputError> {
        let BackupObjectives { max_loss_hours: hours, keep } = request.objectives;
        let keep = keep.unwrap_or_default();
        keep.check(limits).map_err(|error| error.inside("objectives.keep"))?;
        if hours.is_none() && keep.counts().iter().all(|(_, count)| count.is_none()) {
            let message = "has no objective; set `maxLossHours` or `keep`";
            return Err(InputError::new("objectives", message));
        }
        let amount = |count: Option<Integer>| count.map(Integer::get);
        Ok(Self {
            clusters: clusters(request.clusters.0, catalogue, limits)?,
            aims: Aims {
                // A part of a minute is no minute: a cast cuts it off. Half a second makes up for 1.1 hours, which are
                // 66.00000000000001 minutes or 65.99999999999999.
                max_loss: hours.map(|hours| (hours * 60.0 + 0.008) as u32),
                hourly: amount(keep.hourly),
                daily: amount(keep.daily),
                weekly: amount(keep.weekly),
                weekly_on: amount(keep.weekly_on),
                weekdays: amount(keep.weekdays),
                monthly: amount(keep.monthly),
                window: request.window.as_ref().map(window).transpose()?,
                offset: request.offset_minutes.map_or(0, Integer::signed),
            },
        })
    }
}

impl BackupsToKeep {
    /// Each with its key.
    fn counts(&self) -> [(&'static str, Option<Integer>); 5] {
        [
            ("hourly", self.hourly),
            ("daily", self.daily),
            ("weekly", self.weekly),
            ("weekdays", self.weekdays),
            ("monthly", self.monthly),
        ]
    }

    fn check(&self, limits: &BackupLimits) -> Result<(), InputError> {
        let max = max_kept(limits);
        for (key, count) in self.counts() {
            count.map_or(Ok(0), |count| count.within(1, max)).map_err(|error| error.inside(key))?;
        }
        if self.weekly_on.is_some() && self.weekly.is_none() {
            return Err(InputError::new("weeklyOn", "requires `weekly`; it is the day of the weekly backup"));
        }
        Ok(())
    }
}

/// The maximum number of backups to keep.
pub(super) fn max_kept(limits: &BackupLimits) -> u32 {
    limits.max_backup_count.max.min(MAX_KEPT)
}

fn clusters(
    given: Vec<NamedCluster>,
    catalogue: &Catalogue,
    limits: &BackupLimits,
) -> Result<Vec<Cluster>, InputError> {
    let mut seen = BTreeSet::new();
    let mut clusters = Vec::new();
    for (i, cluster) in given.into_iter().enumerate() {
        let (cluster, key) = match cluster {
            NamedCluster::String(name) => {
                (BackupCluster { name, project_id: None, source_cluster_id: None, existing: None }, "")
            }
            NamedCluster::Object(cluster) => (cluster, "name"),
        };
        if !seen.insert(cluster.name.0.clone()) {
            let message = format!("duplicate cluster name {}", quoted(&cluster.name.0));
            return Err(InputError::new(key, message).at(i).inside("clusters"));
        }
        let existing = cluster.existing.map_or_else(Vec::new, |jobs| jobs.0);
        if existing.len() > MAX_JOBS {
            let error = InputError::new("existing", format!("must have at most {MAX_JOBS} jobs"));
            return Err(error.at(i).inside("clusters"));
        }
        let existing = read_jobs(existing, catalogue, limits)
            .map_err(|error| error.inside("existing").at(i).inside("clusters"))?;
        clusters.push(Cluster {
            name: cluster.name.0,
            project_id: cluster.project_id,
            source_cluster_id: cluster.source_cluster_id,
            existing,
        });
    }
    Ok(clusters)
}

fn window(window: &BackupWindow) -> Result<Window, InputError> {
    let (Clock(from), Clock(to)) = (window.from, window.to);
    if from == DAY {
        return Err(InputError::new("window.from", "must not be `24:00`; use `00:00`"));
    }
    if from == to {
        return Err(InputError::new("window.to", "must differ from `from`; remove `window` to allow any time"));
    }
    let minutes = if from < to { to - from } else { DAY + to - from };
    Ok(Window { from, minutes })
}
