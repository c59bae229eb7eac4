//! Reading what a plan is asked for.

use std::collections::BTreeSet;

use super::timing::Frame;
use super::window::{DAY, Window};
use super::{MAX_CLUSTERS, MAX_KEPT};
use crate::catalogue::Catalogue;
use crate::model::raw::{Object, Raw};
use crate::model::reader::{InputError, expected, integer, known_keys, list, number, object, present, required, text};
use crate::value::spelling::quoted;

/// The maximum time of an objective, in hours: ten years.
const MAX_HOURS: f64 = 87_600.0;
/// The maximum offset of a time zone from UTC, in minutes.
const MAX_OFFSET: f64 = 840.0;

/// A valid request.
pub(super) struct Request {
    pub clusters: Vec<Cluster>,
    /// The maximum loss in minutes.
    pub max_loss: Option<u32>,
    pub keep: Keep,
    pub window: Option<Window>,
    /// Minutes by which the clocks that the window is read from are ahead of UTC.
    pub offset: i32,
}

/// One cluster of a request.
pub(super) struct Cluster {
    pub name: String,
    pub project_id: Option<String>,
    pub source_cluster_id: Option<String>,
}

/// How many backups to keep.
pub(super) struct Keep {
    pub hourly: Option<u32>,
    pub daily: Option<u32>,
    pub weekly: Option<u32>,
    /// The day of the weekly backup; 0 is Sunday.
    pub weekly_on: u32,
    pub weekdays: Option<u32>,
    pub monthly: Option<u32>,
}

impl Request {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the numbers were just found to be in range"
    )]
    pub fn read(request: &Raw, catalogue: &Catalogue) -> Result<Self, InputError> {
        let request = object(Some(request), "request")?;
        known_keys("", request, &["clusters", "objectives", "window", "offsetMinutes"])?;
        let objectives = required(request.get("objectives"), "objectives")?;
        let objectives = object(Some(objectives), "objectives")?;
        known_keys("objectives", objectives, &["maxLossHours", "keep"])?;
        let hours = number(objectives.get("maxLossHours"), "objectives.maxLossHours", 0.0, MAX_HOURS)?;
        let keep = Keep::read(object(objectives.get("keep"), "objectives.keep")?, catalogue)?;
        if hours.is_none() && keep.is_empty() {
            let message = "has no objective; set `maxLossHours` or `keep`";
            return Err(InputError::new("objectives", message));
        }
        let offset = number(request.get("offsetMinutes"), "offsetMinutes", -MAX_OFFSET, MAX_OFFSET)?.unwrap_or(0.0);
        if offset.fract() != 0.0 {
            return Err(InputError::new("offsetMinutes", format!("must be an integer, not {offset}")));
        }
        Ok(Self {
            clusters: clusters(request.get("clusters"))?,
            // A part of a minute is no minute: a cast cuts it off. Half a second makes up for 1.1 hours, which are
            // 66.00000000000001 minutes or 65.99999999999999.
            max_loss: hours.map(|hours| (hours * 60.0 + 0.008) as u32),
            keep,
            window: request.get("window").map(window).transpose()?,
            offset: offset as i32,
        })
    }

    /// Where and when its days are.
    pub fn frame(&self) -> Frame {
        Frame { window: self.window.unwrap_or(Window::WHOLE_DAY), offset: self.offset }
    }
}

impl Keep {
    fn read(keep: &Object, catalogue: &Catalogue) -> Result<Self, InputError> {
        known_keys("objectives.keep", keep, &["hourly", "daily", "weekly", "weeklyOn", "weekdays", "monthly"])?;
        let max = catalogue.backup_limits().map_or(MAX_KEPT, |limits| limits.max_backup_count.max.min(MAX_KEPT));
        let count = |key: &str| integer(keep.get(key), &format!("objectives.keep.{key}"), 1, max);
        let weekly_on = integer(keep.get("weeklyOn"), "objectives.keep.weeklyOn", 0, 6)?;
        let weekly = count("weekly")?;
        if weekly_on.is_some() && weekly.is_none() {
            return Err(InputError::new(
                "objectives.keep.weeklyOn",
                "requires `weekly`; it is the day of the weekly backup",
            ));
        }
        Ok(Self {
            hourly: count("hourly")?,
            daily: count("daily")?,
            weekly,
            weekly_on: weekly_on.unwrap_or(0),
            weekdays: count("weekdays")?,
            monthly: count("monthly")?,
        })
    }

    fn is_empty(&self) -> bool {
        [self.hourly, self.daily, self.weekly, self.weekdays, self.monthly].iter().all(Option::is_none)
    }
}

fn clusters(value: Option<&Raw>) -> Result<Vec<Cluster>, InputError> {
    let items = list(Some(required(value, "clusters")?), "clusters")?;
    if items.is_empty() {
        return Err(InputError::new("clusters", "must not be empty; add the clusters to back up"));
    }
    if items.len() > MAX_CLUSTERS {
        let message = format!("has {} clusters; at most {MAX_CLUSTERS} are supported", items.len());
        return Err(InputError::new("clusters", message));
    }
    let mut seen = BTreeSet::new();
    let mut clusters = Vec::new();
    for (i, item) in items.iter().enumerate() {
        let path = format!("clusters[{i}]");
        let (cluster, path) = cluster(item, path)?;
        if !seen.insert(cluster.name.clone()) {
            let message = format!("duplicate cluster name {}", quoted(&cluster.name));
            return Err(InputError::new(path, message));
        }
        clusters.push(cluster);
    }
    Ok(clusters)
}

/// A cluster, and the path of its name.
fn cluster(item: &Raw, path: String) -> Result<(Cluster, String), InputError> {
    let object = match item {
        Raw::Text(name) => {
            let name = present(&path, name)?.to_string();
            return Ok((Cluster { name, project_id: None, source_cluster_id: None }, path));
        }
        Raw::Object(object) => object,
        other => return Err(expected(&path, "a string or an object", other)),
    };
    known_keys(&path, object, &["name", "projectId", "sourceClusterId"])?;
    let own = format!("{path}.name");
    let name = present(&own, required(text(object.get("name"), &own)?, &*own)?)?.to_string();
    let id = |key: &str| {
        let path = format!("{path}.{key}");
        match object.get(key) {
            // There will be an id; whoever waits for it writes it into the args.
            Some(Raw::Unknown) => Ok(None),
            given => text(given, &path)?.map(|id| present(&path, id).map(str::to_string)).transpose(),
        }
    };
    Ok((Cluster { name, project_id: id("projectId")?, source_cluster_id: id("sourceClusterId")? }, own))
}

fn window(value: &Raw) -> Result<Window, InputError> {
    let window = object(Some(value), "window")?;
    known_keys("window", window, &["from", "to"])?;
    let time = |key: &str| {
        let path = format!("window.{key}");
        let written = required(text(window.get(key), &path)?, &*path)?;
        let error = || InputError::new(&*path, format!("must be a time such as `01:00`, not {}", quoted(written)));
        clock(written).ok_or_else(error)
    };
    let (from, to) = (time("from")?, time("to")?);
    if from == DAY {
        return Err(InputError::new("window.from", "must not be `24:00`; use `00:00`"));
    }
    if from == to {
        return Err(InputError::new("window.to", "must differ from `from`; remove `window` to allow any time"));
    }
    let minutes = if from < to { to - from } else { DAY + to - from };
    Ok(Window { from, minutes })
}

/// Minutes from midnight, of `HH:MM` up to `24:00`.
fn clock(text: &str) -> Option<u32> {
    let (hours, minutes) = text.split_once(':')?;
    let number = |digits: &str, max: u32| {
        let plain = digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| digits.parse::<u32>().ok())?.filter(|n| *n <= max)
    };
    let minute = number(hours, 24)? * 60 + number(minutes, 59)?;
    Some(minute).filter(|minute| *minute <= DAY)
}
