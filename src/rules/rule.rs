//! What a rule is.

use serde::Serialize;

use super::context::Context;
use crate::catalogue::rows::Confidence;
use crate::diagnostic::{CaughtToday, Severity};
use crate::model::kind::KindId;
use crate::model::resource::Resource;
use crate::model::settings::Profile;

/// One rule: its facts and its check. Its page is the doc comment of its file.
#[derive(Debug)]
pub struct Rule {
    /// Stable code; never reused, never renumbered.
    pub code: &'static str,
    /// The fault in a few words, joined by hyphens.
    pub name: &'static str,
    /// What must hold, as a short sentence without the final stop. It never depends on a value.
    pub title: &'static str,
    /// How bad a breach is.
    pub severity: Severity,
    /// How sure the sources make us.
    pub confidence: Confidence,
    /// From which profile on the rule is checked.
    pub profile: Profile,
    /// Where the mistake surfaces without this check, at the earliest.
    pub caught_today: CaughtToday,
    /// Where the rule is read.
    pub source: &'static [&'static str],
    /// The version of this package that has it first.
    pub since: &'static str,
    /// What it looks at, and how.
    pub check: Check,
}

/// What a rule looks at, and how.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// Each resource of these kinds.
    Resource(&'static [KindId], for<'a> fn(&mut Context<'a>, &'a Resource)),
    /// Each resource of any modelled kind.
    AnyResource(for<'a> fn(&mut Context<'a>, &'a Resource)),
    /// The resources of these kinds all together, and how they fit the rest of the program.
    Program(&'static [KindId], for<'a> fn(&mut Context<'a>)),
    /// The document itself.
    Document(for<'a> fn(&mut Context<'a>)),
}

/// A rule's facts as plain data.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RuleMeta {
    /// Stable code.
    pub code: &'static str,
    /// The fault in a few words.
    pub name: &'static str,
    /// What must hold.
    pub title: &'static str,
    /// What its family is about, such as `Server version`.
    pub about: &'static str,
    /// How bad a breach is.
    pub severity: Severity,
    /// From which profile on it is checked: `default`, `strict` or `advice`.
    pub profile: &'static str,
    /// The kinds it looks at; none for the document.
    pub kinds: &'static [KindId],
    /// How sure the sources make us.
    pub confidence: Confidence,
    /// Where the mistake surfaces without this check.
    pub caught_today: CaughtToday,
    /// Where the rule is read.
    pub source: &'static [&'static str],
    /// The version of this package that has it first.
    pub since: &'static str,
}

impl Rule {
    /// The kinds whose resources it looks at.
    #[must_use]
    pub const fn kinds(&self) -> &'static [KindId] {
        match self.check {
            Check::Resource(kinds, _) | Check::Program(kinds, _) => kinds,
            Check::AnyResource(_) => &KindId::ALL,
            Check::Document(_) => &[],
        }
    }

    /// Its facts as plain data.
    #[must_use]
    pub fn meta(&self) -> RuleMeta {
        let family = super::FAMILIES.iter().find(|family| self.code.starts_with(family.prefix));
        RuleMeta {
            code: self.code,
            name: self.name,
            title: self.title,
            about: family.map_or("", |family| family.title),
            severity: self.severity,
            profile: self.profile.name(),
            kinds: self.kinds(),
            confidence: self.confidence,
            caught_today: self.caught_today,
            source: self.source,
            since: self.since,
        }
    }
}
