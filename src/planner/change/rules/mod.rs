//! What to think of before a change, as a table of rules. All of them look at one resource at a time.
//!
//! Every known rule about changes can be seen in two programs, so there is no list of those that cannot. What no program
//! says is when it is deployed: PLAN006 speaks of every change of a disk, whenever the last one was, and PLAN021 of every
//! new job, however far away its minute is.

mod disk;
mod look;
mod replace;
mod update;
mod version;

use serde::Serialize;

use super::draft::Draft;
use crate::catalogue::rows::Confidence;
use crate::diagnostic::{DetectedAt, Diagnostic, Severity};
use crate::model::settings::{Profile, Settings};
use look::{Finding, Look};

/// One rule about changes.
#[derive(Debug)]
pub struct PlanRule {
    /// Stable code; never reused, never renumbered.
    pub code: &'static str,
    /// The matter in a few words, joined by hyphens.
    pub name: &'static str,
    /// What to know, as a short sentence without the final stop. It never depends on a value.
    pub title: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// How sure the sources make us.
    pub confidence: Confidence,
    /// From which profile on it is reported.
    pub profile: Profile,
    /// Where it surfaces without this plan, at the earliest.
    pub detected_at: DetectedAt,
    /// What to do, where nothing better can be said of the case at hand.
    pub help: &'static str,
    /// Where it is read.
    pub source: &'static [&'static str],
    check: Check,
}

/// Looks at one resource.
#[derive(Clone, Copy)]
struct Check(fn(&Look<'_, '_>) -> Option<Finding>);

impl std::fmt::Debug for Check {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Check")
    }
}

/// A rule's facts as plain data.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PlanRuleMeta {
    /// Stable code.
    pub code: &'static str,
    /// The matter in a few words.
    pub name: &'static str,
    /// What to know.
    pub title: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// From which profile on it is reported: `default`, `strict` or `advice`.
    pub profile: &'static str,
    /// How sure the sources make us.
    pub confidence: Confidence,
    /// Where it surfaces without this plan, at the earliest.
    pub detected_at: DetectedAt,
    /// What to do.
    pub help: &'static str,
    /// Where it is read.
    pub source: &'static [&'static str],
}

impl PlanRule {
    /// Its facts as plain data.
    #[must_use]
    pub const fn meta(&self) -> PlanRuleMeta {
        PlanRuleMeta {
            code: self.code,
            name: self.name,
            title: self.title,
            severity: self.severity,
            profile: self.profile.name(),
            confidence: self.confidence,
            detected_at: self.detected_at,
            help: self.help,
            source: self.source,
        }
    }
}

/// All rules about changes, by code.
pub static RULES: [&PlanRule; 23] = [
    &replace::PLAN001,
    &replace::PLAN002,
    &replace::PLAN003,
    &replace::PLAN004,
    &disk::PLAN005,
    &disk::PLAN006,
    &update::PLAN007,
    &version::PLAN008,
    &version::PLAN009,
    &version::PLAN010,
    &version::PLAN011,
    &version::PLAN012,
    &replace::PLAN013,
    &replace::PLAN014,
    &update::PLAN015,
    &replace::PLAN016,
    &disk::PLAN017,
    &disk::PLAN018,
    &update::PLAN019,
    &version::PLAN020,
    &update::PLAN021,
    &replace::PLAN022,
    &update::PLAN023,
];

/// The codes of all rules.
#[must_use]
pub fn codes() -> Vec<&'static str> {
    RULES.iter().map(|rule| rule.code).collect()
}

/// What the rules that are on say of every resource: by resource, then by code.
pub(super) fn check(drafts: &[Draft<'_>], settings: &Settings) -> Vec<Diagnostic> {
    let mut on: Vec<(&PlanRule, Severity)> = Vec::new();
    for rule in RULES {
        let chosen = settings.severity.get(rule.code).copied();
        let severity = chosen.unwrap_or_else(|| (rule.profile <= settings.profile).then_some(rule.severity));
        on.extend(severity.map(|severity| (rule, severity)));
    }
    let mut found = Vec::new();
    for draft in drafts {
        for (rule, severity) in &on {
            let look = Look::new(draft, drafts, settings);
            let Some(finding) = (rule.check.0)(&look) else { continue };
            found.push(look.finish(finding, rule, *severity));
        }
    }
    found
}

/// What every rule file needs.
mod prelude {
    pub(super) use super::look::{Finding, Look};
    pub(super) use super::{Check, PlanRule};
    pub(super) use crate::catalogue::rows::Confidence;
    pub(super) use crate::diagnostic::{DetectedAt, Severity};
    pub(super) use crate::model::kind::KindId;
    pub(super) use crate::model::managed_cluster as cluster;
    pub(super) use crate::model::settings::Profile;
    pub(super) use crate::planner::change::plan::{Action, Effect, ReplaceOrder};
    pub(super) use crate::value::spelling::{all_of, quoted};
}
